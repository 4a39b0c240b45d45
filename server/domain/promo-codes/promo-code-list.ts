import type { PromoCodeDraft } from '../../../shared/contract/operator.ts';
import { readPromoCode } from '../../../shared/domain/promo-code.ts';
import { Refusal } from '../../http/refusal.ts';
import type { Queryable } from '../../storage/database.ts';
import { audit } from '../audit.ts';
import type { Actor } from '../audit.ts';

const CREATE = `insert into promo_code (code, percent, amount, currency, product_kinds, payment_methods, starts_on, expires_on,
    least_amount, new_customers_only, stackable, organisation_id, max_uses)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing returning code`;

const WITHDRAW = 'update promo_code set active = false where code = $1 and active returning code';

/**
 * Lists a new promo code.
 * @param tx the owner's
 * @returns the code as it is kept
 * @throws {Refusal} KONTOR_REQUEST_INVALID where the parts do not go together, KONTOR_EXISTS_ALREADY, KONTOR_NOT_FOUND for the organisation
 */
export async function createPromoCode(tx: Queryable, draft: PromoCodeDraft, by: Actor): Promise<string> {
  const code = requireSound(draft);
  const { percent = null, amount, organisation = null } = draft;
  if (organisation !== null) await requireOrganisation(tx, organisation);
  const [made] = await tx.query(CREATE, [
    code, percent, amount?.amount ?? null, amount?.currency ?? null, draft.productKinds ?? null, draft.paymentMethods ?? null,
    draft.startsOn ?? null, draft.expiresOn ?? null, draft.leastAmount ?? null, draft.newCustomersOnly ?? false, draft.stackable ?? true, organisation, draft.maxUses ?? null,
  ]);
  if (!made) throw new Refusal('KONTOR_EXISTS_ALREADY', `The promo code ${code} is listed already.`);
  await audit(tx, { ...by, organisation, act: 'promo-code.create', subject: code });
  return code;
}

/**
 * Has a code count no more; what it took off placed orders stays. Twice changes nothing.
 * @param tx the owner's
 * @throws {Refusal} KONTOR_NOT_FOUND
 */
export async function withdrawPromoCode(tx: Queryable, text: string, by: Actor): Promise<void> {
  const code = readPromoCode(text) ?? '';
  const [known] = await tx.query<{ organisation_id: string | null }>('select organisation_id from promo_code where code = $1', [code]);
  if (!known) throw new Refusal('KONTOR_NOT_FOUND');
  const withdrawn = await tx.query(WITHDRAW, [code]);
  if (withdrawn.length > 0) await audit(tx, { ...by, organisation: known.organisation_id, act: 'promo-code.withdraw', subject: code });
}

function requireSound({ code: text, percent, amount, startsOn, expiresOn }: PromoCodeDraft): string {
  const code = readPromoCode(text);
  if (code === undefined) throw new Refusal('KONTOR_REQUEST_INVALID', 'A promo code is 4 to 32 of A–Z, 0–9 and "-".');
  if ((percent === undefined) === (amount === undefined)) throw new Refusal('KONTOR_REQUEST_INVALID', 'A promo code has a percentage or an amount, and not both.');
  if (startsOn !== undefined && expiresOn !== undefined && expiresOn < startsOn) throw new Refusal('KONTOR_REQUEST_INVALID', 'The code would expire before it starts.');
  return code;
}

async function requireOrganisation(tx: Queryable, organisation: string): Promise<void> {
  const found = await tx.query('select 1 from organisation where id = $1', [organisation]);
  if (found.length === 0) throw new Refusal('KONTOR_NOT_FOUND', 'There is no such organisation.');
}
