-- Partners' keys and own organisations, what partners pay for, and a fuller audit log.

-- Keys from before could do nothing but start widget sessions.
alter table partner_key
  add column id uuid not null default gen_random_uuid(),
  add column name text not null default 'First key',
  add column scopes text[] not null default '{widget-sessions:write}',
  add column expires_on date,
  add column last_used_at timestamptz,
  add unique (id);
alter table partner_key
  alter column id drop default,
  alter column name drop default,
  alter column scopes drop default;
create index partner_key_by_partner on partner_key (partner_id);

-- The partner's own organisation: it gets the invoices where the partner pays.
alter table partner
  add column billing_organisation_id uuid references organisation,
  add check (payment_mode = 'client-pays' or billing_organisation_id is not null);

-- What a partner pays for. Order and product stay the client's; the invoice stands in the partner's own
-- organisation, so no constraint can span the two.
alter table customer_order
  add column payer_organisation_id uuid,
  add column payer_invoice_id uuid,
  drop constraint customer_order_check,
  add check (state not in ('placed', 'paid') or (quote is not null and placed_at is not null
    and (invoice_id is not null or payer_invoice_id is not null))),
  add check ((payer_organisation_id is null) = (payer_invoice_id is null)),
  add check (invoice_id is null or payer_invoice_id is null);
alter table product add column payer_partner_id uuid references partner;

-- Giving a partner access and taking it back is for people who stand for themselves, never through a partner.
grant insert, update (access, granted_at, revoked_at) on partner_grant to kontor_app;
create policy not_by_partners_new on partner_grant as restrictive for insert to kontor_app
  with check ((select kontor_partner()) is null);
create policy not_by_partners on partner_grant as restrictive for update to kontor_app
  using ((select kontor_partner()) is null);

grant update (last_used_at) on partner_key to kontor_app;

-- No constraints to what the log names: it outlives that, and a busy partner's row is not locked by every act.
alter table audit_entry
  -- Through whom a person acted, or which partner the act was about.
  add column partner_id uuid,
  -- For whom, where the actor is not that person.
  add column account_id uuid,
  -- From where: network address, family of the program, page.
  add column address text,
  add column agent text,
  add column origin text;
create index audit_entry_by_time on audit_entry (organisation_id, at, id);

-- Acts that concern no organisation. The application writes them and cannot read them.
create table gateway_audit_entry (
  id uuid primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'partner', 'operator', 'job')),
  actor text not null,
  act text not null,
  subject text,
  partner_id uuid,
  account_id uuid,
  address text,
  agent text,
  origin text
);
create index gateway_audit_entry_by_time on gateway_audit_entry (at, id);
grant insert on gateway_audit_entry to kontor_app;
