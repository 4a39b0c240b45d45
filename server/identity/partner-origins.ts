import type { Database } from '../storage/database.ts';

/** Whether the origin stands on any partner's list. */
export async function isPartnerOrigin(database: Database, origin: string): Promise<boolean> {
  const rows = await database.query('select 1 from partner_origin where origin = $1 limit 1', [origin]);
  return rows.length > 0;
}

/** Whether the origin stands on the list of this partner. */
export async function isOriginOf(database: Database, partner: string, origin: string): Promise<boolean> {
  const rows = await database.query('select 1 from partner_origin where partner_id = $1 and origin = $2', [partner, origin]);
  return rows.length > 0;
}
