import problem from '../../../terms/problem/en.ts';
import type { PromoCodeTerms } from './terms.ts';

const terms: PromoCodeTerms = {
  label: 'Promo code',
  method: 'Payment method',
  methods: { prepaid: 'Prepaid balance', card: 'Card', 'bank-transfer': 'Bank transfer' },
  methodFirst: 'Choose a payment method first: it decides which codes count.',
  several: 'Several codes: with spaces or commas between.',
  have: 'Have a promo code?',
  apply: 'Apply',
  tryOut: 'Try without applying',
  check: 'Check',
  checkHint: 'Shows what a code offers and asks for. Nothing is used up.',
  noOrder: 'There is no open order. You can still check what a code offers.',
  unapplied: 'Apply the promo code, or clear its field.',
  codes: 'Codes in this order',
  remove: (code) => `Remove ${code}`,
  totals: 'Order total',
  list: 'Net price',
  discount: 'Discount',
  vat: (rate) => `VAT ${rate}`,
  total: 'Total',
  place: (amount) => `Place order · ${amount}`,
  noRight: 'You do not have the billing right in this organisation.',
  whoCanHelp: (names) => `These people can give it to you or place the order: ${names}.`,
  problem,
};
export default terms;
