import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEMO_PARTNER, LARGE_LOGIN } from '../../../server/seed/demo-credentials.ts';
import type { LargeScale } from '../../../server/seed/seed-large.ts';
import type { Database } from '../../../server/storage/database.ts';

type Member = Record<string, unknown> & {
  readonly name: string;
  readonly role: string;
  readonly billing_right: boolean;
  readonly pinned: boolean;
  readonly used: boolean;
  readonly granted: boolean;
  readonly owners: number;
  readonly invoices: number;
  readonly products: number;
};

/** The list of the login with very many organisations. */
export function largeSuite(opened: () => Database, scale: LargeScale): void {
  test('one login has all of them, with every role, and half of the invoices in the first', async () => {
    const rows = await opened().asOwner((tx) => tx.query<Member>(
      `select o.name, m.role, m.billing_right, m.pinned_at is not null as pinned, m.last_used_at is not null as used,
         exists (select from partner_grant g where g.organisation_id = o.id and g.partner_id = $2) as granted,
         (select count(*) from membership w where w.organisation_id = o.id and w.role = 'owner')::int as owners,
         (select count(*) from invoice i where i.organisation_id = o.id)::int as invoices,
         (select count(*) from product p where p.organisation_id = o.id)::int as products
       from membership m join organisation o on o.id = m.organisation_id where m.account_id = $1`,
      [LARGE_LOGIN.account, DEMO_PARTNER.id],
    ));
    assert.equal(rows.length, scale.organisations);
    assert.equal(new Set(rows.map(({ name }) => name)).size, scale.organisations);
    assert.deepEqual(
      new Set(rows.map(({ role, billing_right }) => `${role} ${billing_right}`)),
      new Set(['owner true', 'admin true', 'member true', 'member false']),
    );
    assert.ok(rows.every(({ owners, granted, products }) => owners === 1 && granted && products > 0));
    assert.deepEqual([rows.filter(({ pinned }) => pinned).length, rows.filter(({ used }) => used).length], [3, 8]);
    assert.equal(Math.max(...rows.map(({ invoices }) => invoices)), scale.invoices / 2);
    assert.equal(rows.reduce((sum, { invoices }) => sum + invoices, 0), scale.invoices);
  });

  test('one name in seven has an accent', async () => {
    const rows = await opened().asOwner((tx) => tx.query<{ name: string }>(
      'select o.name from membership m join organisation o on o.id = m.organisation_id where m.account_id = $1', [LARGE_LOGIN.account],
    ));
    const accented = rows.filter(({ name }) => /\p{M}/u.test(name.normalize('NFD')));
    assert.equal(accented.length, Math.ceil(scale.organisations / 7));
  });
}
