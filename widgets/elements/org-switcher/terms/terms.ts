import type { Role } from '../../../../shared/domain/rights.ts';
import type { ProblemTerms } from '../../../terms/problem/terms.ts';

/** Words of `<kontor-org-switcher>`. Counts come as the number and as the text to show. */
export interface OrgSwitcherTerms {
  problem: ProblemTerms;
  roles: Record<Role, string>;
  /** What the button does; also the accessible name of the panel. */
  panel: string;
  loading: string;
  search: string;
  clear: string;
  /** Accessible name of the list. */
  list: string;
  pinned: string;
  recent: string;
  other: string;
  count: (count: number, shown: string) => string;
  matches: (count: number, shown: string) => string;
  noMatch: (search: string) => string;
  /** Open invoices of a row, short. */
  toPay: (shown: string) => string;
  overdue: (count: number, shown: string) => string;
  pin: string;
  unpin: string;
  pinFailed: (name: string) => string;
  back: (name: string) => string;
  /** Second line of the button meanwhile. */
  switching: string;
  switched: (name: string) => string;
  switchFailed: string;
  dismiss: string;
}
