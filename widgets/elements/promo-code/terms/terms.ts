import type { PaymentMethod } from '../../../../shared/contract/promo-code.ts';
import type { ProblemTerms } from '../../../terms/problem/terms.ts';

/** Words of `<kontor-promo-code>` that stand from the start. Amounts and rates arrive formatted. */
export interface PromoCodeTerms {
  label: string;
  method: string;
  methods: Record<PaymentMethod, string>;
  methodFirst: string;
  /** Under the field. */
  several: string;
  have: string;
  apply: string;
  tryOut: string;
  check: string;
  checkHint: string;
  noOrder: string;
  /** Why a form around the element is not complete. */
  unapplied: string;
  codes: string;
  remove: (code: string) => string;
  totals: string;
  list: string;
  discount: string;
  vat: (rate: string) => string;
  total: string;
  place: (amount: string) => string;
  noRight: string;
  whoCanHelp: (names: string) => string;
  problem: ProblemTerms;
}
