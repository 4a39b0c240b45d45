import invoiceList from '../elements/invoice-list/terms/fr.ts';
import orgSwitcher from '../elements/org-switcher/terms/fr.ts';
import prepaidBalance from '../elements/prepaid-balance/terms/fr.ts';
import promoCode from '../elements/promo-code/terms/fr.ts';
import type { KitTerms } from './kit-terms.ts';

const terms: KitTerms = {
  'org-switcher': orgSwitcher,
  'invoice-list': invoiceList,
  'prepaid-balance': prepaidBalance,
  'promo-code': promoCode,
};
export default terms;
