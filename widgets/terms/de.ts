import invoiceList from '../elements/invoice-list/terms/de.ts';
import orgSwitcher from '../elements/org-switcher/terms/de.ts';
import prepaidBalance from '../elements/prepaid-balance/terms/de.ts';
import promoCode from '../elements/promo-code/terms/de.ts';
import type { KitTerms } from './kit-terms.ts';

const terms: KitTerms = {
  'org-switcher': orgSwitcher,
  'invoice-list': invoiceList,
  'prepaid-balance': prepaidBalance,
  'promo-code': promoCode,
};
export default terms;
