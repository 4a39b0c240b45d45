import type { OrderLine, OrderQuote } from '../contract/order.ts';
import type { AppliedCode, PaymentMethod, PromoReason } from '../contract/promo-code.ts';
import { shareOut } from '../money/share-out.ts';
import { checkPromoCode, type CheckedCode } from './check-promo-code.ts';
import type { PromoDefinition, PromoFacts } from './promo-definition.ts';
import { vatOn } from './vat.ts';

/** How many codes count in one order. Default of the design. */
const CODES_IN_EFFECT = 10;

/** A cart whose items were looked up in the catalogue. Prices are not negative. */
export interface PricedCart {
  readonly lines: readonly Omit<OrderLine, 'net' | 'discount'>[];
  readonly paymentMethod: PaymentMethod | null;
  /** As they were entered. */
  readonly codes: readonly string[];
}

/** What a cart's price depends on besides itself. */
export interface PriceFacts extends PromoFacts {
  readonly vatBasisPoints: number;
}

/**
 * What a cart costs. Codes count in the order in which they were entered, each on what the ones before it
 * left (client's documents: enter, apply, repeat). A code takes off the lines of its product kinds alone,
 * and never more than they cost. VAT is on the net sum.
 * @param definitions by code; those that are not of this cart do not matter
 */
export function applyPromoCodes(
  cart: PricedCart,
  definitions: ReadonlyMap<string, PromoDefinition>,
  facts: PriceFacts,
  limit: number = CODES_IN_EFFECT,
): OrderQuote {
  const lines = cart.lines.map((line) => ({ ...line, net: line.quantity * line.unitNet, discount: 0 }));
  const list = lines.reduce((sum, line) => sum + line.net, 0);
  const order: SoFar = { lines, list, paymentMethod: cart.paymentMethod, entered: new Set(), counting: [], limit };
  const codes = cart.codes.map((text) => applyCode(checkPromoCode(text, definitions, facts), order));
  const discount = lines.reduce((sum, line) => sum + line.discount, 0);
  const net = list - discount;
  const vat = vatOn(net, facts.vatBasisPoints);
  return {
    currency: facts.currency,
    items: lines,
    paymentMethod: cart.paymentMethod,
    codes,
    totals: { list, discount, net, vatBasisPoints: facts.vatBasisPoints, vat, gross: net + vat },
  };
}

/** The order as the codes before left it. */
interface SoFar {
  readonly lines: OrderLine[];
  readonly list: number;
  readonly paymentMethod: PaymentMethod | null;
  readonly entered: Set<string>;
  readonly counting: PromoDefinition[];
  readonly limit: number;
}

function applyCode({ code, reason, offer, definition }: CheckedCode, order: SoFar): AppliedCode {
  const why = definition === undefined ? reason : (reason ?? reasonInCart(definition, order));
  order.entered.add(code);
  if (definition === undefined || why !== null) return { code, discount: null, reason: why, offer };
  const discount = takeOff(definition, order.lines);
  if (discount === 0) return { code, discount: null, reason: 'nothing-left', offer };
  order.counting.push(definition);
  return { code, discount, reason: null, offer };
}

/**
 * The first reason of this cart that holds, in the order of PromoReason. Of two codes that do not go
 * together the one entered later loses.
 */
function reasonInCart(code: PromoDefinition, order: SoFar): PromoReason | null {
  const { lines, list, paymentMethod, entered, counting, limit } = order;
  if (entered.has(code.code)) return 'entered-twice';
  if (counting.length >= limit) return 'too-many-codes';
  // Client's documents: codes come after the choice of the payment method.
  if (paymentMethod === null) return 'payment-method-missing';
  if (code.paymentMethods !== null && !code.paymentMethods.includes(paymentMethod)) return 'payment-method';
  // Client's documents: each code needs its matching product in the cart.
  if (!lines.some((line) => isFor(code, line))) return 'product-missing';
  if (code.leastAmount !== null && list < code.leastAmount) return 'least-amount';
  if (counting.length > 0 && !(code.stackable && counting.every((other) => other.stackable))) return 'not-with-others';
  return null;
}

/** Takes a code off the lines it is for, and tells how much that is. A percentage is rounded once, on their sum, a half up. */
function takeOff(code: PromoDefinition, lines: readonly OrderLine[]): number {
  const matching = lines.filter((line) => isFor(code, line));
  const left = matching.map((line) => line.net - line.discount);
  const sum = left.reduce((total, net) => total + net, 0);
  // A percentage of money is reckoned and rounded in the same way as a tax.
  const discount = code.percent === null ? Math.min(code.amount?.amount ?? 0, sum) : vatOn(sum, code.percent * 100);
  shareOut(discount, left).forEach((share, at) => {
    const line = matching[at];
    if (line !== undefined) line.discount += share;
  });
  return discount;
}

const isFor = (code: PromoDefinition, line: OrderLine): boolean => code.productKinds === null || code.productKinds.includes(line.kind);
