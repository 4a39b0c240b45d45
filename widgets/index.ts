/** The classes of the kit, registered by nobody: for pages that choose their own tags or time. */
export { KontorError } from '../shared/client/kontor-error.ts';
export type { KontorClient } from '../shared/client/kontor-client.ts';
export { KontorInvoiceList } from './elements/invoice-list/invoice-list.ts';
export { KontorOrgSwitcher } from './elements/org-switcher/org-switcher.ts';
export { KontorPrepaidBalance } from './elements/prepaid-balance/prepaid-balance.ts';
export { KontorPromoCode } from './elements/promo-code/promo-code.ts';
export { KontorSession } from './elements/session/session.ts';
