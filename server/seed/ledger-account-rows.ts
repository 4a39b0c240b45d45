import type { AccountKind } from '../ledger/lock-accounts.ts';
import type { SeedRow } from './insert-rows.ts';
import type { Random } from './random.ts';
import { seedId } from './seed-id.ts';
import type { SeedOrganisation } from './seed-organisation.ts';

const KINDS: readonly AccountKind[] = ['outside', 'owed', 'prepaid', 'reserved'];

/** Empty ledger accounts under the ids of the seed; the ledger finds them there instead of making its own. */
export function ledgerAccountRows(
  { id, currency }: SeedOrganisation, since: Date, random: Random,
): (SeedRow & { readonly id: string; readonly kind: AccountKind })[] {
  return KINDS.map((kind) => ({
    organisation_id: id, id: seedId(since.toISOString(), random), kind, currency, balance: 0, version: 0,
  }));
}
