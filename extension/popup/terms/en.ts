import problem from '../../../widgets/terms/problem/en.ts';
import type { PopupTerms } from './terms.ts';

const rules = new Intl.PluralRules('en');
const one = (count: number): boolean => rules.select(count) === 'one';

const terms: PopupTerms = {
  problem,
  search: 'Switch organisation',
  sections: 'Sections',
  overview: 'Overview',
  invoices: 'Invoices',
  promoCode: 'Promo code',
  due: {
    title: 'To pay',
    count: (count, shown) => `${shown} ${one(count) ? 'item' : 'items'}`,
    overdue: (_count, shown) => `${shown} overdue`,
    late: 'Overdue',
    none: (day) => `Nothing to pay until ${day}.`,
  },
  line: {
    offline: 'Offline',
    unreachable: 'Gateway not reachable',
    ended: 'Session ended',
    asOf: (age) => `as of ${age}`,
  },
  settings: 'Settings',
  signOut: 'Sign out',
  signOutQuestion: 'Sign out?',
  signOutNote: 'Everything kept on this device is wiped: figures, lists and keys.',
  cancel: 'Cancel',
  signIn: {
    lead: 'Your organisations, prepaid balance and invoices, one key away.',
    gateway: 'Gateway address',
    gatewayHint: 'Your provider tells you this address.',
    gatewayInvalid: 'Enter an address that begins with https://, or one on this device.',
    act: 'Sign in',
    open: 'Signing in…',
    openLead: (gateway) => `Finish signing in at ${gateway} in the window that has opened.`,
    failures: {
      offline: 'You are offline. Sign in again once you are connected.',
      unreachable: 'The gateway cannot be reached. Check the address, or try again later.',
      noGateway: 'What answers at this address is not a Kontor gateway. Check the address.',
      refused: 'The gateway refused the sign-in. Please try again.',
      windowOpen: 'The window of an earlier sign-in is still open. Close it and try again.',
      ended: 'Your session has ended. Please sign in again.',
      other: 'The sign-in failed. Please try again.',
    },
    noStore: 'The browser lets Kontor keep nothing on this device. Allow storage for extensions, then open Kontor again.',
  },
};
export default terms;
