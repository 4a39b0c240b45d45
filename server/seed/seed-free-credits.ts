import type { ProductKind } from '../../shared/domain/product-kinds.ts';
import type { Queryable } from '../storage/database.ts';
import { addDays } from '../../shared/domain/add-days.ts';
import { DWARFS, GEPPETTO, STERNTALER } from './demo-organisations.ts';
import { insertRows } from './insert-rows.ts';
import type { Random } from './random.ts';
import { seedId } from './seed-id.ts';
import type { SeedOrganisation } from './seed-organisation.ts';

interface Credit {
  readonly organisation: SeedOrganisation;
  readonly kind: ProductKind;
  /** Minor units of the organisation's currency. */
  readonly amount: number;
  readonly used?: number;
  /** Days from today, negative in the past. */
  readonly granted: number;
  readonly expires: number;
}

const CREDITS: readonly Credit[] = [
  { organisation: DWARFS, kind: 'jelastic-cloud', amount: 30_000, granted: -4, expires: 361 },
  { organisation: DWARFS, kind: 'cloud-server', amount: 5_000, used: 1_850, granted: -83, expires: 7 },
  { organisation: DWARFS, kind: 'newsletter', amount: 2_000, used: 2_000, granted: -200, expires: 165 },
  { organisation: DWARFS, kind: 'guest-manager', amount: 4_500, granted: -400, expires: -35 },
  { organisation: STERNTALER, kind: 'ksuite', amount: 1_200, granted: -1, expires: 29 },
  { organisation: GEPPETTO, kind: 'web-hosting', amount: 6_000, granted: -10, expires: 80 },
];

/** Free credits fresh, near their end, used up and expired. */
export async function seedFreeCredits(tx: Queryable, today: string, random: Random): Promise<void> {
  const rows = CREDITS.map(({ organisation, kind, amount, used = 0, granted, expires }) => ({
    organisation_id: organisation.id,
    id: seedId(addDays(today, granted), random),
    product_kind: kind,
    amount,
    used,
    currency: organisation.currency,
    granted_on: addDays(today, granted),
    expires_on: addDays(today, expires),
  }));
  await insertRows(tx, 'free_credit', rows);
}
