import invoiceList from '../elements/invoice-list/terms/es.ts';
import orgSwitcher from '../elements/org-switcher/terms/es.ts';
import prepaidBalance from '../elements/prepaid-balance/terms/es.ts';
import promoCode from '../elements/promo-code/terms/es.ts';
import type { KitTerms } from './kit-terms.ts';

const terms: KitTerms = {
  'org-switcher': orgSwitcher,
  'invoice-list': invoiceList,
  'prepaid-balance': prepaidBalance,
  'promo-code': promoCode,
};
export default terms;
