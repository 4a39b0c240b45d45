-- The catalogue, orders with their promo codes, and the numbers of our own documents.

-- What can be ordered; the operator's, the same for every organisation. Net prices in minor units.
create table catalogue_item (
  id uuid primary key,
  kind text not null,
  name text not null,
  period_months integer not null check (period_months > 0)
);
create table catalogue_price (
  item_id uuid not null references catalogue_item,
  currency text not null,
  net bigint not null check (net between 0 and 1000000000000),
  primary key (item_id, currency)
);

-- An open order is its cart and is priced whenever it is read. What it cost is kept when it is placed.
-- The cart: {"items": [{"item", "quantity"}], "paymentMethod", "codes": [as entered]}.
create table customer_order (
  organisation_id uuid not null references organisation,
  id uuid not null,
  state text not null check (state in ('open', 'placed', 'paid', 'cancelled')),
  revision integer not null default 1 check (revision > 0),
  cart jsonb not null,
  quote jsonb,
  invoice_id uuid,
  created_by uuid not null references account,
  created_at timestamptz not null,
  placed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, invoice_id) references invoice,
  check (state not in ('placed', 'paid') or (quote is not null and invoice_id is not null and placed_at is not null)),
  check (state <> 'open' or quote is null)
);

-- Codes that placed orders used: each once for an organisation.
create table promo_use (
  organisation_id uuid not null references organisation,
  code text not null references promo_code,
  order_id uuid not null,
  discount bigint not null check (discount > 0),
  primary key (organisation_id, code),
  foreign key (organisation_id, order_id) references customer_order
);

-- The last number of each series of the seller's documents, such as '2026-' and 'PF-2026-'. The row stays locked from
-- the number to the end of the transaction: a series has no gap, and who takes a number takes it late.
create table document_series (
  name text primary key,
  last integer not null check (last > 0)
);

alter table customer_order enable row level security;
alter table customer_order force row level security;
create policy owner_all on customer_order to current_user using (true);
create policy tenant on customer_order to kontor_app using (organisation_id = any ((select kontor_organisations())::uuid[]));

alter table promo_use enable row level security;
alter table promo_use force row level security;
create policy owner_all on promo_use to current_user using (true);
create policy tenant on promo_use to kontor_app using (organisation_id = any ((select kontor_organisations())::uuid[]));

grant select on catalogue_item, catalogue_price to kontor_app;
grant select, insert, update on customer_order to kontor_app;
grant select, insert on promo_use to kontor_app;
grant select, insert, update on document_series to kontor_app;
grant insert on product to kontor_app;
grant update (used) on promo_code to kontor_app;
