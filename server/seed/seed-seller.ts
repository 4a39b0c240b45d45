import type { Queryable } from '../storage/database.ts';
import { SELLER, SELLER_IBAN } from './invoice-row.ts';

/** Series that orders go on with: the numbers of the demo's own pro formas and final invoices. */
const CONTINUE_SERIES = `insert into document_series (name, last)
  select left(n.number, -6), max(right(n.number, 6)::integer) from (
    select number from invoice where origin = 'kontor' and kind = 'invoice'
    union all select pro_forma_number from invoice where origin = 'kontor' and kind = 'invoice') n
  where n.number ~ '^(PF-)?[0-9]{4}-[0-9]{6}$' group by left(n.number, -6)`;

/** Says who sells, and with which number its next document begins. Called once the invoices are there. */
export async function seedSeller(tx: Queryable): Promise<void> {
  await tx.query(`insert into installation (name, value) values ('seller', $1)`, [JSON.stringify({ party: SELLER, iban: SELLER_IBAN })]);
  await tx.query(CONTINUE_SERIES);
}
