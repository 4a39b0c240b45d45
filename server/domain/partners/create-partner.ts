import { v7 as uuid } from 'uuid';
import type { Partner, PartnerDraft } from '../../../shared/contract/partner.ts';
import { Refusal } from '../../http/refusal.ts';
import type { Queryable } from '../../storage/database.ts';
import { audit } from '../audit.ts';
import type { Actor } from '../audit.ts';

const CREATE = `insert into partner (id, name, payment_mode, billing_organisation_id, created_at)
  select $1, $2, $3, $4, $5 where $4::uuid is null or exists (select 1 from organisation where id = $4) returning id`;

/**
 * Registers a partner. No organisation lets it act yet, and it has no key.
 * @param tx the owner's: partners belong to no organisation
 * @throws {Refusal} KONTOR_REQUEST_INVALID where the partner pays and has no organisation to be charged;
 *   KONTOR_NOT_FOUND where there is no such organisation
 */
export async function createPartner(tx: Queryable, draft: PartnerDraft, by: Actor): Promise<Partner> {
  const { name, paymentMode, organisation = null } = draft;
  if (paymentMode === 'partner-pays' && organisation === null) {
    throw new Refusal('KONTOR_REQUEST_INVALID', 'A partner that pays needs an organisation of its own.');
  }
  const id = uuid();
  const [made] = await tx.query(CREATE, [id, name, paymentMode, organisation, by.at]);
  if (!made) throw new Refusal('KONTOR_NOT_FOUND', 'There is no such organisation.');
  await audit(tx, { ...by, organisation: null, partner: id, act: 'partner.create', subject: id });
  return { id, name, paymentMode, organisation: organisation?.toLowerCase() ?? null, createdAt: by.at.toISOString() };
}
