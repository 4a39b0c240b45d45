import problem from '../../../terms/problem/en.ts';
import type { OrgSwitcherTerms } from './terms.ts';

const rules = new Intl.PluralRules('en');
const one = (count: number): boolean => rules.select(count) === 'one';

const terms: OrgSwitcherTerms = {
  problem,
  roles: { owner: 'Owner', admin: 'Admin', member: 'Member' },
  panel: 'Switch organisation',
  loading: 'Loading organisations',
  search: 'Search by name or ID',
  clear: 'Clear search',
  list: 'Organisations',
  pinned: 'Pinned',
  recent: 'Recently used',
  other: 'All others',
  count: (count, shown) => `${shown} ${one(count) ? 'organisation' : 'organisations'}`,
  matches: (count, shown) => `${shown} ${one(count) ? 'organisation matches' : 'organisations match'}`,
  noMatch: (search) => `No organisation matches “${search}”. Both names and IDs were searched.`,
  toPay: (shown) => `${shown} to pay`,
  overdue: (_count, shown) => `${shown} overdue`,
  pin: 'Pin',
  unpin: 'Unpin',
  pinFailed: (name) => `The pin of ${name} could not be changed.`,
  back: (name) => `Back to ${name}`,
  switching: 'Switching…',
  switched: (name) => `You are now in ${name}.`,
  switchFailed: 'The organisation was not switched.',
  dismiss: 'Dismiss',
};
export default terms;
