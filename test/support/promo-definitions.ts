import type { PromoDefinition } from '../../shared/domain/promo-definition.ts';
import type { PriceFacts } from '../../shared/domain/apply-promo-codes.ts';

/** A code that counts for everybody, with what a test says about it. */
export function promoDefinition(code: Partial<PromoDefinition> & { readonly code: string }): PromoDefinition {
  return {
    active: true, percent: code.amount === undefined || code.amount === null ? 10 : null, amount: null, productKinds: null,
    paymentMethods: null, startsOn: null, expiresOn: null, leastAmount: null, newCustomersOnly: false, firstTermOnly: true,
    stackable: true, organisation: null, maxUses: null, used: 0, ...code,
  };
}

/** Definitions by code. */
export function definitionsOf(...codes: readonly (Partial<PromoDefinition> & { readonly code: string })[]): Map<string, PromoDefinition> {
  return new Map(codes.map((code) => [code.code, promoDefinition(code)]));
}

export const PRICE_FACTS: PriceFacts = {
  organisation: 'here',
  otherOrganisations: new Set(['there']),
  currency: 'CHF',
  newCustomer: false,
  usedCodes: new Set(['USED-BEFORE']),
  today: '2026-06-15',
  vatBasisPoints: 810,
};
