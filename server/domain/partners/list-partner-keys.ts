import type { PartnerKey } from '../../../shared/contract/partner.ts';
import type { Queryable } from '../../storage/database.ts';
import { KEY_COLUMNS, partnerKeyFrom } from './partner-key-row.ts';
import type { PartnerKeyLine } from './partner-key-row.ts';

const LIST = `select ${KEY_COLUMNS} from partner_key where partner_id = $1 order by created_at desc, id desc`;

/** A partner's keys without their secrets, newest first, revoked ones included. */
export async function listPartnerKeys(tx: Queryable, partner: string): Promise<PartnerKey[]> {
  const lines = await tx.query<PartnerKeyLine>(LIST, [partner]);
  return lines.map(partnerKeyFrom);
}
