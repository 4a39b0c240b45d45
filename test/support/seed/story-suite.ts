import assert from 'node:assert/strict';
import { test } from 'node:test';
import { invoiceStatus, INVOICE_STATUSES } from '../../../shared/domain/invoice-status.ts';
import type { StoredInvoiceStatus } from '../../../shared/domain/invoice-status.ts';
import { PRODUCT_KINDS } from '../../../shared/domain/product-kinds.ts';
import { toPayHorizon } from '../../../shared/domain/to-pay-horizon.ts';
import { balances } from '../../../server/ledger/balances.ts';
import { secretHash } from '../../../server/identity/secret-hash.ts';
import { BANDLEADER, DEMO_LOGINS, DEMO_PARTNER, WEBMASTER } from '../../../server/seed/demo-credentials.ts';
import { DEMO_ORGANISATIONS, DWARFS, GEPPETTO, PEQUENA, RUMPELSTILZ } from '../../../server/seed/demo-organisations.ts';
import { ensurePartnerOrigin } from '../../../server/seed/seed-partner.ts';
import type { Database, Parameter, Row } from '../../../server/storage/database.ts';

const DEMO_IDS = DEMO_ORGANISATIONS.map(({ id }) => id);

/** What the demo has to show, read back from the tables. */
export function storySuite(opened: () => Database, today: string): void {
  const query = <R extends Row>(text: string, parameters: Parameter[]): Promise<R[]> =>
    opened().asOwner((tx) => tx.query<R>(text, parameters));

  test('a webmaster has her own organisation and is owner, admin and member without the billing right', async () => {
    const rows = await query<{ name: string; kind: string; role: string; billing_right: boolean; granted: boolean }>(
      `select o.name, o.kind, m.role, m.billing_right, g.partner_id is not null as granted
       from membership m join organisation o on o.id = m.organisation_id
         left join partner_grant g on g.organisation_id = o.id and g.partner_id = $2
       where m.account_id = $1 order by o.name`,
      [WEBMASTER.account, DEMO_PARTNER.id],
    );
    const own = rows.find(({ kind }) => kind === 'person');
    assert.deepEqual([own?.name, own?.role], [`${WEBMASTER.givenName} ${WEBMASTER.familyName}`, 'owner']);
    const companies = rows.filter(({ kind, granted }) => kind === 'company' && granted);
    assert.deepEqual(companies.map(({ role, billing_right }) => `${role} ${billing_right}`).sort(), ['admin true', 'member false', 'owner true']);
    assert.deepEqual(rows.filter(({ granted }) => !granted).map(({ name }) => name), [RUMPELSTILZ.name]);
  });

  test('logins: owner elsewhere, one organisation only, and names of every shape', async () => {
    const rows = await query<{ account_id: string; role: string; organisation_id: string }>(
      'select account_id, role, organisation_id from membership where organisation_id = any ($1)', [DEMO_IDS],
    );
    const members = Map.groupBy(rows, (row) => row.organisation_id);
    for (const id of DEMO_IDS) assert.ok(members.get(id)?.some(({ role }) => role === 'owner'), 'no owner');
    const shy = rows.find((row) => row.account_id === WEBMASTER.account && row.role === 'member')?.organisation_id ?? '';
    assert.ok(members.get(shy)?.some(({ account_id, role }) => account_id === BANDLEADER.account && role === 'owner'));
    const counts = DEMO_LOGINS.map(({ account }) => rows.filter((row) => row.account_id === account).length);
    assert.ok(counts.includes(1));
    const names = DEMO_ORGANISATIONS.map(({ name }) => name);
    for (const shape of [/^.{60,}$/, /^.{1,3}$/, /^[^a-z]{10,}$/, /[éèâœ]/]) assert.ok(names.some((name) => shape.test(name)), String(shape));
    assert.deepEqual(new Set(DEMO_ORGANISATIONS.map(({ currency }) => currency)), new Set(['CHF', 'EUR']));
  });

  test('logos are horizontal and hold nothing active or external', async () => {
    const logos = await query<{ hash: string; svg: string }>(
      `select l.hash, convert_from(l.bytes, 'UTF8') as svg from logo l join organisation o on o.logo_hash = l.hash where o.id = any ($1)`, [DEMO_IDS],
    );
    assert.ok(logos.length >= 2);
    for (const { hash, svg } of logos) {
      assert.equal(hash, secretHash(svg));
      const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
      assert.ok(Number(width) >= 2 * Number(height));
      assert.doesNotMatch(svg, /script|href|url\(|style|<image|<foreign|\son\w+=/i);
    }
  });

  test('every kind of product, and renewals before, within and after the two months', async () => {
    const rows = await query<{ kind: string; state: string; renews_on: string; auto_renew: boolean }>(
      'select kind, state, renews_on, auto_renew from product where organisation_id = any ($1)', [DEMO_IDS],
    );
    assert.deepEqual(new Set(rows.map(({ kind }) => kind)), new Set(Object.keys(PRODUCT_KINDS)));
    assert.deepEqual(new Set(rows.map(({ state }) => state)), new Set(['active', 'cancelled', 'expired']));
    const active = rows.filter(({ state }) => state === 'active');
    const horizon = toPayHorizon(today);
    const places = new Set(active.map(({ renews_on }) => (renews_on < today ? 'past' : renews_on <= horizon ? 'soon' : 'later')));
    assert.deepEqual(places, new Set(['past', 'soon', 'later']));
    assert.equal(new Set(active.map(({ auto_renew }) => auto_renew)).size, 2);
  });

  test('invoices in every state over three years, credit notes among them', async () => {
    const rows = await query<{ state: StoredInvoiceStatus; due_on: string | null; issued_on: string; kind: string }>(
      'select state, due_on, issued_on, kind from invoice where organisation_id = $1', [DWARFS.id],
    );
    assert.deepEqual(
      new Set(rows.map(({ state, due_on }) => invoiceStatus(state, due_on, today))), new Set(INVOICE_STATUSES),
    );
    assert.deepEqual(new Set(rows.map(({ kind }) => kind)), new Set(['invoice', 'credit-note']));
    assert.deepEqual(new Set(rows.map(({ issued_on }) => issued_on.slice(0, 4))), new Set(['2023', '2024', '2025', '2026']));
  });

  test('prepaid money available, reserved, on its way, and owed', async () => {
    const read = (id: string): ReturnType<typeof balances> =>
      opened().asOwner((tx) => balances(tx, id, new Date(`${today}T12:00:00Z`), today));
    const dwarfs = await read(DWARFS.id);
    for (const part of ['available', 'reserved', 'pending', 'freeCredit'] as const) assert.ok((dwarfs?.[part].amount ?? 0) > 0, part);
    assert.ok(((await read(GEPPETTO.id))?.owed.amount ?? 0) > 0);
    assert.equal((await read(PEQUENA.id))?.available.amount, 0);
    const causes = await query<{ cause: string }>('select distinct cause from ledger_transfer where organisation_id = any ($1)', [DEMO_IDS]);
    assert.deepEqual(causes.map(({ cause }) => cause).sort(), ['bank-transfer', 'charge-back', 'payment', 'refund', 'top-up', 'withdrawal']);
  });

  test('a promo code for each outcome', async () => {
    const [codes] = await query<Record<string, boolean>>(
      `select bool_or(percent is not null) as percent, bool_or(amount is not null and currency = 'CHF') as amount,
         bool_or(product_kinds is not null) as product, bool_or(expires_on < $1) as expired, bool_or(starts_on > $1) as early,
         bool_or(used = max_uses) as used_up, bool_or(currency = 'EUR') as currency, bool_or(organisation_id is not null) as bound,
         bool_or(payment_methods is not null) as method, bool_or(least_amount is not null) as least, bool_or(not active) as inactive,
         bool_or(not stackable) as alone, bool_or(new_customers_only) as new_only from promo_code`, [today],
    );
    assert.deepEqual(Object.entries(codes ?? {}).filter(([, found]) => !found), []);
    assert.equal(Object.keys(codes ?? {}).length, 13);
  });

  test('a cart in every organisation, one with codes; one code used up by an order of the past', async () => {
    const orders = await query<{ organisation_id: string; state: string; items: number; codes: number }>(
      `select organisation_id, state, jsonb_array_length(cart -> 'items') as items, jsonb_array_length(cart -> 'codes') as codes
       from customer_order where organisation_id = any ($1)`, [DEMO_IDS],
    );
    const open = orders.filter(({ state }) => state === 'open');
    assert.deepEqual(open.map((row) => row.organisation_id).sort(), DEMO_IDS.toSorted());
    assert.ok(open.every(({ items }) => items >= 2 && items <= 3) && open.some(({ codes }) => codes > 0));
    const used = await query<{ code: string; matches: boolean }>(
      `select u.code, i.content #>> '{lines,1,name}' = 'Promo code ' || u.code as matches from promo_use u
         join customer_order r on r.organisation_id = u.organisation_id and r.id = u.order_id
         join invoice i on i.organisation_id = r.organisation_id and i.id = r.invoice_id where u.organisation_id = $1`, [DWARFS.id],
    );
    assert.deepEqual(used, [{ code: 'WELCOME-10', matches: true }]);
  });

  test('free credits fresh, near their end, used up and expired', async () => {
    const [credits] = await query<Record<string, boolean>>(
      `select bool_or(used = 0 and granted_on > $1::date - 7 and expires_on > $1) as fresh,
         bool_or(used < amount and expires_on between $1 and $1::date + 14) as near_end,
         bool_or(used = amount) as used_up, bool_or(expires_on < $1) as expired from free_credit`, [today],
    );
    assert.deepEqual(credits, { fresh: true, near_end: true, used_up: true, expired: true });
  });

  test('the partner has its key as a hash only, and its origins from each start', async () => {
    const origin = 'http://127.0.0.1:4601';
    for (const port of ['4601', '4601', '4700']) await ensurePartnerOrigin(opened(), DEMO_PARTNER.id, origin.replace('4601', port));
    const keys = await query<{ hash: string }>('select hash from partner_key where partner_id = $1', [DEMO_PARTNER.id]);
    assert.deepEqual(keys, [{ hash: secretHash(DEMO_PARTNER.key) }]);
    const origins = await query<{ origin: string }>('select origin from partner_origin where partner_id = $1 order by origin', [DEMO_PARTNER.id]);
    assert.deepEqual(origins.map((row) => row.origin), ['http://127.0.0.1:4601', 'http://127.0.0.1:4700']);
  });
}
