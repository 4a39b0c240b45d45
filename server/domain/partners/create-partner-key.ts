import { v7 as uuid } from 'uuid';
import type { NewPartnerKey, PartnerKeyDraft } from '../../../shared/contract/partner.ts';
import { dayOf } from '../../clock.ts';
import { Refusal } from '../../http/refusal.ts';
import { makePartnerKey } from '../../identity/partner-keys.ts';
import type { PartnerCaller } from '../../identity/partner-keys.ts';
import { secretHash } from '../../identity/secret-hash.ts';
import type { Queryable } from '../../storage/database.ts';
import { audit } from '../audit.ts';
import type { Actor } from '../audit.ts';
import { KEY_COLUMNS, partnerKeyFrom } from './partner-key-row.ts';
import type { PartnerKeyLine } from './partner-key-row.ts';

const CREATE = `insert into partner_key (id, hash, partner_id, name, scopes, expires_on, created_at)
  select $1, $2, p.id, $4, $5::text[], $6::date, $7 from partner p where p.id = $3 returning ${KEY_COLUMNS}`;

/**
 * Makes a key. Its secret is in the answer and nowhere else; to change keys make a new one, let both live
 * until the old one is no longer used, and revoke that.
 * @param tx the owner's
 * @throws {Refusal} KONTOR_NOT_FOUND where there is no such partner, KONTOR_REQUEST_INVALID where it would never be taken
 */
export async function createPartnerKey(tx: Queryable, partner: string, draft: PartnerKeyDraft, by: Actor): Promise<NewPartnerKey> {
  const { name, scopes, expiresOn = null } = draft;
  if (expiresOn !== null && expiresOn < dayOf(by.at)) throw new Refusal('KONTOR_REQUEST_INVALID', 'The last day is over already.');
  const secret = makePartnerKey();
  const [line] = await tx.query<PartnerKeyLine>(CREATE, [uuid(), secretHash(secret), partner, name, scopes, expiresOn, by.at]);
  if (!line) throw new Refusal('KONTOR_NOT_FOUND');
  await audit(tx, { ...by, organisation: null, partner, act: 'partner-key.create', subject: line.id });
  return { key: partnerKeyFrom(line), secret };
}

/**
 * As `createPartnerKey`, by the partner itself: the new key may do no more and lives no longer than the one
 * it is made with. It outlives the revocation of that one, or keys could not be changed without a gap.
 * @throws {Refusal} KONTOR_SCOPE_MISSING, KONTOR_REQUEST_INVALID
 */
export async function createOwnKey(tx: Queryable, { id, scopes, expiresOn }: PartnerCaller, draft: PartnerKeyDraft, by: Actor): Promise<NewPartnerKey> {
  const more = draft.scopes.filter((scope) => !scopes.includes(scope));
  if (more.length > 0) throw new Refusal('KONTOR_SCOPE_MISSING', `A key makes no key that may do more: ${more.join(', ')}.`);
  const until = draft.expiresOn ?? expiresOn ?? undefined;
  if (expiresOn !== null && until !== undefined && until > expiresOn) {
    throw new Refusal('KONTOR_REQUEST_INVALID', 'A key makes no key that lives longer.');
  }
  return await createPartnerKey(tx, id, { ...draft, ...(until === undefined ? {} : { expiresOn: until }) }, by);
}
