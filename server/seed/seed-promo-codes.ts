import type { Queryable } from '../storage/database.ts';
import { addDays } from '../../shared/domain/add-days.ts';
import { PAST_ORDER } from './demo-orders.ts';
import { GEPPETTO } from './demo-organisations.ts';
import { insertRows, type SeedRow } from './insert-rows.ts';

/** One code for each answer that entering a code can get. */
export async function seedPromoCodes(tx: Queryable, today: string): Promise<void> {
  const codes: SeedRow[] = [
    { code: 'LANTERN-20', percent: 20 },
    { code: 'SEVEN-OFF', amount: 700, currency: 'CHF', first_term_only: false },
    { code: 'NAS-ONLY-10', percent: 10, product_kinds: ['synology-nas'] },
    { code: 'LAST-SPRING', percent: 25, starts_on: addDays(today, -120), expires_on: addDays(today, -30) },
    { code: 'NEXT-MONTH', percent: 15, starts_on: addDays(today, 30) },
    { code: 'ALL-GONE', percent: 50, max_uses: 100, used: 100 },
    { code: 'EURO-10', amount: 1_000, currency: 'EUR' },
    { code: 'TOYMAKER-30', percent: 30, organisation_id: GEPPETTO.id },
    { code: 'PREPAID-5', percent: 5, payment_methods: ['prepaid'] },
    { code: 'BIG-BASKET', percent: 12, least_amount: 20_000 },
    { code: 'WITHDRAWN', percent: 40, active: false },
    { code: 'STANDS-ALONE', percent: 30, stackable: false },
    { code: 'FIRST-TIME', percent: 50, new_customers_only: true },
    { code: 'LAST-ONE', percent: 35, max_uses: 50, used: 49 },
    { code: PAST_ORDER.code, percent: PAST_ORDER.percent, used: 1 },
  ];
  await insertRows(tx, 'promo_code', codes.map(complete));
}

/** Every column with what the table would put there, since all rows of one statement have the same. */
function complete(code: SeedRow): SeedRow {
  return {
    active: true, percent: null, amount: null, currency: null, product_kinds: null, payment_methods: null,
    starts_on: null, expires_on: null, least_amount: null, new_customers_only: false, first_term_only: true,
    stackable: true, organisation_id: null, max_uses: null, used: 0, ...code,
  };
}
