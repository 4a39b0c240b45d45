import type { Queryable } from '../../storage/database.ts';

/** To be called with every change of an organisation's invoices, in its transaction. */
export async function invoicesChanged(tx: Queryable, organisation: string): Promise<void> {
  await tx.query('update organisation set invoices_version = invoices_version + 1 where id = $1', [organisation]);
}
