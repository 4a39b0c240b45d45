import type { Database } from '../storage/database.ts';
import { isExactOrigin } from './origins.ts';

/** Whether this is an exact origin that stands on any partner's list. */
export async function isPartnerOrigin(database: Database, origin: string): Promise<boolean> {
  if (!isExactOrigin(origin)) return false;
  const rows = await database.query('select 1 from partner_origin where origin = $1 limit 1', [origin]);
  return rows.length > 0;
}

/** Whether this is an exact origin that stands on the list of this partner. */
export async function isOriginOf(database: Database, partner: string, origin: string): Promise<boolean> {
  if (!isExactOrigin(origin)) return false;
  const rows = await database.query('select 1 from partner_origin where partner_id = $1 and origin = $2', [partner, origin]);
  return rows.length > 0;
}
