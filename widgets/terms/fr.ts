import invoiceList from '../elements/invoice-list/terms/fr.ts';
import orgSwitcher from '../elements/org-switcher/terms/fr.ts';
import type { KitTerms } from './kit-terms.ts';

const terms: KitTerms = { 'org-switcher': orgSwitcher, 'invoice-list': invoiceList };
export default terms;
