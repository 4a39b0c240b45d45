-- People, organisations, partners, products, invoices and the prepaid ledger.
--
-- Every table that belongs to an organisation begins its keys with organisation_id, is under row-level
-- security, and shows the application's role only the organisations named in the transaction's setting.
-- The owner's policy serves migrations, the seed and jobs. Ids are UUIDv7 made by the application.

create function kontor_organisations() returns uuid[] language sql stable as
  $$ select coalesce(nullif(current_setting('kontor.organisations', true), ''), '{}')::uuid[] $$;
create function kontor_account() returns uuid language sql stable as
  $$ select nullif(current_setting('kontor.account', true), '')::uuid $$;
create function kontor_partner() returns uuid language sql stable as
  $$ select nullif(current_setting('kontor.partner', true), '')::uuid $$;

-- What this installation is: whether it is seeded, and with what.
create table installation (
  name text primary key,
  value jsonb not null
);

-- A person's login.
create table account (
  id uuid primary key,
  email text not null unique,
  given_name text not null,
  family_name text not null,
  language text not null check (language in ('it', 'de', 'en', 'es', 'fr')),
  created_at timestamptz not null
);

-- Images of organisations, public by the hash of their bytes.
create table logo (
  hash text primary key,
  media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/webp', 'image/svg+xml')),
  bytes bytea not null
);

create table partner (
  id uuid primary key,
  name text not null,
  payment_mode text not null check (payment_mode in ('client-pays', 'partner-pays')),
  created_at timestamptz not null
);
create table partner_origin (
  partner_id uuid not null references partner,
  origin text not null,
  primary key (partner_id, origin)
);
create index partner_origin_by_origin on partner_origin (origin);
create table partner_key (
  hash text primary key,
  partner_id uuid not null references partner,
  created_at timestamptz not null,
  revoked_at timestamptz
);

-- Keys that sign widget sessions; the private part never leaves the gateway.
create table signing_key (
  id text primary key,
  private_jwk jsonb not null,
  public_jwk jsonb not null,
  created_at timestamptz not null,
  retired_at timestamptz
);
-- A session counts as ended only where its own partner ended it: an id that leaks to another is of no use.
create table revoked_session (
  id uuid not null,
  partner_id uuid not null references partner,
  expires_at timestamptz not null,
  primary key (id, partner_id)
);

create table job (
  id uuid primary key,
  kind text not null,
  natural_key text not null,
  payload jsonb not null,
  run_at timestamptz not null,
  attempts integer not null default 0,
  last_error text,
  done_at timestamptz,
  unique (kind, natural_key)
);
create index job_waiting on job (run_at) where done_at is null;

create table promo_code (
  code text primary key check (code ~ '^[A-Z0-9-]{4,32}$'),
  active boolean not null default true,
  percent integer check (percent between 1 and 100),
  amount bigint check (amount > 0),
  currency text,
  product_kinds text[],
  payment_methods text[],
  starts_on date,
  expires_on date,
  least_amount bigint,
  new_customers_only boolean not null default false,
  first_term_only boolean not null default true,
  stackable boolean not null default true,
  organisation_id uuid,
  max_uses integer check (max_uses > 0),
  used integer not null default 0 check (used >= 0),
  check (used <= max_uses),
  check ((percent is null) <> (amount is null)),
  check ((amount is null) = (currency is null))
);

create table organisation (
  id uuid primary key,
  name text not null,
  folded_name text not null,
  kind text not null check (kind in ('person', 'company')),
  currency text not null,
  vat_basis_points integer not null check (vat_basis_points between 0 and 10000),
  vat_id text,
  address jsonb not null,
  logo_hash text references logo,
  created_at timestamptz not null,
  -- Raised with every change of its invoices (invoicesChanged), so that places in long lists can be remembered.
  invoices_version bigint not null default 0
);

create table membership (
  organisation_id uuid not null references organisation,
  account_id uuid not null references account,
  role text not null check (role in ('owner', 'admin', 'member')),
  billing_right boolean not null,
  reminders boolean not null default true,
  pinned_at timestamptz,
  last_used_at timestamptz,
  primary key (organisation_id, account_id),
  check (role = 'member' or billing_right)
);
create index membership_by_account on membership (account_id, organisation_id);

-- Clients that allowed a partner to act for them.
create table partner_grant (
  organisation_id uuid not null references organisation,
  partner_id uuid not null references partner,
  access text not null check (access in ('full', 'limited')),
  granted_at timestamptz not null,
  revoked_at timestamptz,
  primary key (organisation_id, partner_id)
);
create index partner_grant_by_partner on partner_grant (partner_id, organisation_id);

create table product (
  organisation_id uuid not null references organisation,
  id uuid not null,
  kind text not null,
  name text not null,
  state text not null check (state in ('active', 'cancelled', 'expired')),
  started_on date not null,
  renews_on date not null,
  period_months integer not null check (period_months > 0),
  net bigint not null check (net >= 0),
  auto_renew boolean not null default false,
  primary key (organisation_id, id)
);
create index product_renewals on product (organisation_id, renews_on) where state = 'active';

-- A pro forma and the final invoice that follows it are one row. Amounts are minor units; total and
-- payable carry the sign of the list (a credit note is negative), the document's own stand in content.
create table invoice (
  organisation_id uuid not null references organisation,
  id uuid not null,
  kind text not null check (kind in ('invoice', 'credit-note')),
  origin text not null check (origin in ('kontor', 'imported')),
  number text,
  pro_forma_number text,
  state text not null check (state in ('pro-forma', 'due', 'processing', 'paid', 'cancelled', 'refunded')),
  issued_on date not null,
  due_on date,
  pro_forma_on date,
  paid_on date,
  ended_on date,
  currency text not null,
  total bigint not null,
  payable bigint not null,
  seller text not null,
  subject text not null,
  same_number boolean not null default false,
  sha256 bytea,
  renews_product_id uuid,
  renews_from date,
  search_text text not null,
  content jsonb not null,
  -- What lists are ordered by, so that each order is an index. The order of states is the one that people
  -- see (INVOICE_STATUSES): overdue is due with an earlier day, so it needs no clock.
  sort_due date generated always as (coalesce(due_on, 'infinity')) stored,
  sort_number text collate "C" generated always as (left(coalesce(number, pro_forma_number), 100)) stored,
  sort_subject text collate "C" generated always as (left(lower(subject collate "C"), 100)) stored,
  sort_status smallint generated always as (case state
    when 'due' then 1 when 'pro-forma' then 2 when 'processing' then 3
    when 'paid' then 4 when 'refunded' then 5 else 6 end) stored,
  primary key (organisation_id, id),
  check (number is not null or pro_forma_number is not null),
  check (origin <> 'imported' or (sha256 is not null and number is not null))
);
create unique index invoice_bytes on invoice (organisation_id, sha256) where sha256 is not null;
create unique index invoice_number on invoice (organisation_id, number) where origin = 'kontor' and number is not null;
create unique index invoice_renewal on invoice (organisation_id, renews_product_id, renews_from)
  where renews_product_id is not null and state <> 'cancelled';
create index invoice_imported_number on invoice (organisation_id, sort_number) where origin = 'imported';
create index invoice_by_issue on invoice (organisation_id, issued_on, id);
create index invoice_by_due on invoice (organisation_id, sort_due, id);
create index invoice_by_number on invoice (organisation_id, sort_number, id);
create index invoice_by_total on invoice (organisation_id, currency, total, id);
create index invoice_by_subject on invoice (organisation_id, sort_subject, id);
create index invoice_by_status on invoice (organisation_id, sort_status, sort_due, id);
create index invoice_open on invoice (organisation_id, state, due_on) where state in ('pro-forma', 'due');

-- The bytes of imported files, apart from the row so that lists stay narrow.
create table invoice_original (
  organisation_id uuid not null,
  invoice_id uuid not null,
  media_type text not null,
  bytes bytea not null,
  imported_on date not null,
  primary key (organisation_id, invoice_id),
  foreign key (organisation_id, invoice_id) references invoice
);

create table free_credit (
  organisation_id uuid not null references organisation,
  id uuid not null,
  product_kind text not null,
  amount bigint not null check (amount > 0),
  used bigint not null default 0 check (used >= 0 and used <= amount),
  currency text not null,
  granted_on date not null,
  expires_on date not null,
  primary key (organisation_id, id)
);

-- Double entry. Each organisation has its own counter-account ("outside"), so that no house account is
-- hot and no transfer crosses organisations. "prepaid" and "reserved" never go below zero, "owed" never
-- above, "outside" where it must.
create table ledger_account (
  organisation_id uuid not null references organisation,
  id uuid not null,
  kind text not null check (kind in ('prepaid', 'reserved', 'owed', 'outside')),
  currency text not null,
  balance bigint not null default 0,
  version bigint not null default 0,
  primary key (organisation_id, id),
  unique (organisation_id, kind, currency),
  check (kind in ('owed', 'outside') or balance >= 0),
  check (kind <> 'owed' or balance <= 0)
);
create table ledger_transfer (
  organisation_id uuid not null,
  id uuid not null,
  from_account uuid not null,
  to_account uuid not null,
  amount bigint not null check (amount > 0),
  currency text not null,
  cause text not null check (cause in
    ('top-up', 'charge-back', 'payment', 'refund', 'withdrawal', 'debt-settlement', 'bank-transfer')),
  document_id uuid,
  at timestamptz not null,
  primary key (organisation_id, id),
  check (from_account <> to_account),
  foreign key (organisation_id, from_account) references ledger_account,
  foreign key (organisation_id, to_account) references ledger_account
);
create table ledger_entry (
  organisation_id uuid not null,
  account_id uuid not null,
  version bigint not null check (version > 0),
  transfer_id uuid not null,
  amount bigint not null check (amount <> 0),
  balance bigint not null,
  primary key (organisation_id, account_id, version),
  unique (organisation_id, transfer_id, account_id),
  foreign key (organisation_id, account_id) references ledger_account,
  foreign key (organisation_id, transfer_id) references ledger_transfer
);

create table top_up (
  organisation_id uuid not null references organisation,
  id uuid not null,
  amount bigint not null check (amount > 0),
  currency text not null,
  card text not null check (card in ('approved', 'declined', 'late', 'charged-back')),
  state text not null check (state in ('pending', 'settled', 'declined', 'charged-back')),
  created_by uuid not null references account,
  created_at timestamptz not null,
  primary key (organisation_id, id)
);
create index top_up_pending on top_up (organisation_id) where state = 'pending';

-- One answer for one key: the same body gets it again, another body is refused.
create table idempotency_key (
  organisation_id uuid not null references organisation,
  key text not null,
  account_id uuid not null,
  act text not null,
  body_hash text not null,
  answer jsonb,
  created_at timestamptz not null,
  primary key (organisation_id, key)
);

create table audit_entry (
  organisation_id uuid not null references organisation,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'partner', 'operator', 'job')),
  actor text not null,
  act text not null,
  subject text,
  primary key (organisation_id, id)
);

-- Row-level security. The organisation's own row is its tenant row. The setting is read in a sub-select, once
-- a statement and not once a row.
alter table organisation enable row level security;
alter table organisation force row level security;
create policy owner_all on organisation to current_user using (true);
create policy tenant on organisation to kontor_app using (id = any ((select kontor_organisations())::uuid[]));
create policy own_list on organisation for select to kontor_app using (
  id in (select m.organisation_id from membership m where m.account_id = (select kontor_account())));

alter table membership enable row level security;
alter table membership force row level security;
create policy owner_all on membership to current_user using (true);
create policy tenant on membership to kontor_app using (organisation_id = any ((select kontor_organisations())::uuid[]));
create policy own_list on membership to kontor_app using (account_id = (select kontor_account()));

alter table partner_grant enable row level security;
alter table partner_grant force row level security;
create policy owner_all on partner_grant to current_user using (true);
create policy tenant on partner_grant to kontor_app using (organisation_id = any ((select kontor_organisations())::uuid[]));
create policy own_list on partner_grant for select to kontor_app using (partner_id = (select kontor_partner()));

alter table product enable row level security;
alter table product force row level security;
create policy owner_all on product to current_user using (true);
create policy tenant on product to kontor_app using (organisation_id = any ((select kontor_organisations())::uuid[]));

alter table invoice enable row level security;
alter table invoice force row level security;
create policy owner_all on invoice to current_user using (true);
create policy tenant on invoice to kontor_app using (organisation_id = any ((select kontor_organisations())::uuid[]));

alter table invoice_original enable row level security;
alter table invoice_original force row level security;
create policy owner_all on invoice_original to current_user using (true);
create policy tenant on invoice_original to kontor_app using (organisation_id = any ((select kontor_organisations())::uuid[]));

alter table free_credit enable row level security;
alter table free_credit force row level security;
create policy owner_all on free_credit to current_user using (true);
create policy tenant on free_credit to kontor_app using (organisation_id = any ((select kontor_organisations())::uuid[]));

alter table ledger_account enable row level security;
alter table ledger_account force row level security;
create policy owner_all on ledger_account to current_user using (true);
create policy tenant on ledger_account to kontor_app using (organisation_id = any ((select kontor_organisations())::uuid[]));

alter table ledger_transfer enable row level security;
alter table ledger_transfer force row level security;
create policy owner_all on ledger_transfer to current_user using (true);
create policy tenant on ledger_transfer to kontor_app using (organisation_id = any ((select kontor_organisations())::uuid[]));

alter table ledger_entry enable row level security;
alter table ledger_entry force row level security;
create policy owner_all on ledger_entry to current_user using (true);
create policy tenant on ledger_entry to kontor_app using (organisation_id = any ((select kontor_organisations())::uuid[]));

alter table top_up enable row level security;
alter table top_up force row level security;
create policy owner_all on top_up to current_user using (true);
create policy tenant on top_up to kontor_app using (organisation_id = any ((select kontor_organisations())::uuid[]));

alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy owner_all on idempotency_key to current_user using (true);
create policy tenant on idempotency_key to kontor_app using (organisation_id = any ((select kontor_organisations())::uuid[]));

alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy owner_all on audit_entry to current_user using (true);
create policy tenant on audit_entry to kontor_app using (organisation_id = any ((select kontor_organisations())::uuid[]));

-- What the application may do. Transfers, entries and the audit log only grow.
grant select on installation, account, partner, partner_origin, partner_key, logo, signing_key, promo_code to kontor_app;
grant select, insert on revoked_session to kontor_app;
grant select, insert on job to kontor_app;
grant select on organisation, partner_grant, product, free_credit to kontor_app;
grant update (invoices_version) on organisation to kontor_app;
grant select, update (pinned_at, last_used_at) on membership to kontor_app;
grant select, insert, update on invoice to kontor_app;
grant select, insert on invoice_original to kontor_app;
grant select, insert, update on ledger_account to kontor_app;
grant select, insert on ledger_transfer, ledger_entry, audit_entry to kontor_app;
grant select, insert, update on top_up to kontor_app;
grant select, insert, update on idempotency_key to kontor_app;
