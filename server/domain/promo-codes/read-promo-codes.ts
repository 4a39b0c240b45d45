import { readPromoCode } from '../../../shared/domain/promo-code.ts';
import type { PaymentMethod } from '../../../shared/contract/promo-code.ts';
import type { PriceFacts } from '../../../shared/domain/apply-promo-codes.ts';
import type { PromoDefinition } from '../../../shared/domain/promo-definition.ts';
import type { Act } from '../../http/act.ts';
import { Refusal } from '../../http/refusal.ts';
import { toNumber } from '../../storage/minor-units.ts';

/** Codes by their text, and what is known of the organisation that enters them. */
export interface KnownCodes {
  readonly definitions: ReadonlyMap<string, PromoDefinition>;
  readonly facts: PriceFacts;
}

type Line = {
  code: string; active: boolean; percent: number | null; amount: bigint | null; currency: string | null;
  product_kinds: string[] | null; payment_methods: PaymentMethod[] | null; starts_on: string | null; expires_on: string | null;
  least_amount: bigint | null; new_customers_only: boolean; first_term_only: boolean; stackable: boolean;
  organisation_id: string | null; max_uses: number | null; used: number; used_here: boolean; can_switch: boolean;
};

/** With each code: whether the organisation used it, and whether the person could switch to the organisation it is for. */
const READ_CODES = `select c.code, c.active, c.percent, c.amount, c.currency, c.product_kinds, c.payment_methods, c.starts_on,
    c.expires_on, c.least_amount, c.new_customers_only, c.first_term_only, c.stackable, c.organisation_id, c.max_uses, c.used,
    exists (select from promo_use u where u.organisation_id = $1 and u.code = c.code) as used_here,
    exists (
      select from membership m where m.organisation_id = c.organisation_id and m.account_id = $2
        and ($3::uuid is null or exists (
          select from partner_grant g where g.organisation_id = m.organisation_id and g.partner_id = $3 and g.revoked_at is null))
    ) as can_switch
  from promo_code c where c.code = any ($4)`;

/** A new customer has no product, had none, and placed no order. */
const READ_FACTS = `select o.currency, o.vat_basis_points,
    not exists (select from product p where p.organisation_id = $1)
      and not exists (select from customer_order r where r.organisation_id = $1 and r.state in ('placed', 'paid')) as new_customer
  from organisation o where o.id = $1`;

/** Reads what codes stand for and what decides about them, for `applyPromoCodes` and `checkPromoCode`. @param texts as they were entered */
export async function readPromoCodes(act: Act, texts: readonly string[]): Promise<KnownCodes> {
  const { tx, organisation, account, partner, today } = act;
  const codes = [...new Set(texts.flatMap((text) => readPromoCode(text) ?? []))];
  const [known] = await tx.query<{ currency: string; vat_basis_points: number; new_customer: boolean }>(READ_FACTS, [organisation]);
  if (!known) throw new Refusal('KONTOR_NOT_FOUND');
  const lines = codes.length === 0 ? [] : await tx.query<Line>(READ_CODES, [organisation, account, partner, codes]);
  return {
    definitions: new Map(lines.map((line) => [line.code, definitionOf(line)])),
    facts: {
      organisation, today,
      currency: known.currency,
      vatBasisPoints: known.vat_basis_points,
      newCustomer: known.new_customer,
      usedCodes: new Set(lines.flatMap(({ code, used_here }) => (used_here ? [code] : []))),
      otherOrganisations: new Set(lines.flatMap(({ organisation_id, can_switch }) => (can_switch && organisation_id !== null ? [organisation_id] : []))),
    },
  };
}

function definitionOf(line: Line): PromoDefinition {
  const { code, active, percent, amount, currency, least_amount, stackable, used } = line;
  return {
    code, active, percent, stackable, used,
    amount: amount === null || currency === null ? null : { amount: toNumber(amount), currency },
    productKinds: line.product_kinds,
    paymentMethods: line.payment_methods,
    startsOn: line.starts_on,
    expiresOn: line.expires_on,
    leastAmount: least_amount === null ? null : toNumber(least_amount),
    newCustomersOnly: line.new_customers_only,
    firstTermOnly: line.first_term_only,
    organisation: line.organisation_id,
    maxUses: line.max_uses,
  };
}
