import type { InvoiceListTerms } from '../elements/invoice-list/terms/terms.ts';
import type { OrgSwitcherTerms } from '../elements/org-switcher/terms/terms.ts';
import type { PrepaidBalanceTerms } from '../elements/prepaid-balance/terms/terms.ts';
import type { PromoCodeTerms } from '../elements/promo-code/terms/terms.ts';

/** The words of all elements. A language that lacks one does not compile. */
export interface KitTerms {
  'org-switcher': OrgSwitcherTerms;
  'invoice-list': InvoiceListTerms;
  'prepaid-balance': PrepaidBalanceTerms;
  'promo-code': PromoCodeTerms;
}
