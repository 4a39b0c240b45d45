import type { PromoCheckResult } from '../../../shared/contract/promo-code.ts';
import { checkPromoCode } from '../../../shared/domain/check-promo-code.ts';
import type { Act } from '../../http/act.ts';
import { readPromoCodes } from './read-promo-codes.ts';

/** What a code would be worth to the organisation, whatever it orders. Nothing is kept and no code used. */
export async function checkCode(act: Act, text: string): Promise<PromoCheckResult> {
  const { definitions, facts } = await readPromoCodes(act, [text]);
  const { code, reason, offer } = checkPromoCode(text, definitions, facts);
  return { code, reason, offer };
}
