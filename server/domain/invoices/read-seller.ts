import type { Party } from '../../../shared/contract/value.ts';
import type { Queryable } from '../../storage/database.ts';

/** Whose documents this installation writes, and the account that bank transfers go to. */
export interface Seller {
  readonly party: Party;
  /** Without spaces. */
  readonly iban: string;
}

/** Kept by the operator in the table `installation` under `seller`. */
export async function readSeller(tx: Queryable): Promise<Seller> {
  const [row] = await tx.query<{ value: Seller }>(`select value from installation where name = 'seller'`);
  if (!row) throw new Error('The installation has no seller, so nothing can be invoiced.');
  return row.value;
}
