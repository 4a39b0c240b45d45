import type { PromoCheckResult, PromoReason } from '../contract/promo-code.ts';
import { readPromoCode } from './promo-code.ts';
import { type PromoDefinition, type PromoFacts, promoOffer } from './promo-definition.ts';

/** A code as it was entered, what it stands for here, and why no cart could make it count. */
export interface CheckedCode extends PromoCheckResult {
  /** Undefined where there is no such code for this organisation. */
  readonly definition: PromoDefinition | undefined;
}

/**
 * What a code is worth to an organisation whatever it orders. A code made for another organisation is
 * told as such only to a person who can switch there; to anybody else there is no such code.
 */
export function checkPromoCode(text: string, definitions: ReadonlyMap<string, PromoDefinition>, facts: PromoFacts): CheckedCode {
  const code = readPromoCode(text);
  if (code === undefined) return { code: text.trim(), reason: 'malformed', offer: null, definition: undefined };
  const found = definitions.get(code);
  if (found === undefined || isSecret(found, facts)) return { code, reason: 'unknown', offer: null, definition: undefined };
  if (isForeign(found, facts)) return { code, reason: standingReason(found, facts), offer: null, definition: undefined };
  return { code, reason: standingReason(found, facts), offer: promoOffer(found, facts.currency), definition: found };
}

/** The first reason that holds, in the order of PromoReason. Rules: defaults of the design; once for each organisation. */
function standingReason(code: PromoDefinition, facts: PromoFacts): PromoReason | null {
  if (!code.active) return 'withdrawn';
  if (code.startsOn !== null && facts.today < code.startsOn) return 'not-yet-valid';
  if (code.expiresOn !== null && facts.today > code.expiresOn) return 'expired';
  if (code.maxUses !== null && code.used >= code.maxUses) return 'used-up';
  if (facts.usedCodes.has(code.code)) return 'already-used';
  if (isForeign(code, facts)) return 'other-organisation';
  if (code.amount !== null && code.amount.currency !== facts.currency) return 'other-currency';
  if (code.newCustomersOnly && !facts.newCustomer) return 'new-customers-only';
  return null;
}

const isForeign = (code: PromoDefinition, facts: PromoFacts): boolean =>
  code.organisation !== null && code.organisation !== facts.organisation;

const isSecret = (code: PromoDefinition, facts: PromoFacts): boolean =>
  code.organisation !== null && isForeign(code, facts) && !facts.otherOrganisations.has(code.organisation);
