import invoiceList from '../elements/invoice-list/terms/it.ts';
import orgSwitcher from '../elements/org-switcher/terms/it.ts';
import prepaidBalance from '../elements/prepaid-balance/terms/it.ts';
import promoCode from '../elements/promo-code/terms/it.ts';
import type { KitTerms } from './kit-terms.ts';

const terms: KitTerms = {
  'org-switcher': orgSwitcher,
  'invoice-list': invoiceList,
  'prepaid-balance': prepaidBalance,
  'promo-code': promoCode,
};
export default terms;
