// The provider first: the elements inside it then find it at once, in whatever order the page has them.
import './elements/session/define.ts';
import './elements/org-switcher/define.ts';
import './elements/invoice-list/define.ts';
import './elements/prepaid-balance/define.ts';
import './elements/promo-code/define.ts';
