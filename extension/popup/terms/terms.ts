import type { ProblemTerms } from '../../../widgets/terms/problem/terms.ts';

/** Words of the popup. Counts come as the number and as the text to show. */
export interface PopupTerms {
  problem: ProblemTerms;
  /** Placeholder and name of the search field. */
  search: string;
  /** Accessible name of the tabs. */
  sections: string;
  overview: string;
  invoices: string;
  promoCode: string;
  due: {
    title: string;
    count: (count: number, shown: string) => string;
    overdue: (count: number, shown: string) => string;
    /** Of one that is past its day. */
    late: string;
    none: (day: string) => string;
  };
  line: {
    offline: string;
    unreachable: string;
    ended: string;
    /** @param age `2 hours ago` */
    asOf: (age: string) => string;
  };
  settings: string;
  signOut: string;
  signOutQuestion: string;
  signOutNote: string;
  cancel: string;
  signIn: SignInTerms;
}

export interface SignInTerms {
  lead: string;
  gateway: string;
  gatewayHint: string;
  gatewayInvalid: string;
  act: string;
  /** While the window of the sign-in is open. */
  open: string;
  openLead: (gateway: string) => string;
  failures: {
    offline: string;
    unreachable: string;
    noGateway: string;
    refused: string;
    windowOpen: string;
    ended: string;
    other: string;
  };
  /** The browser lets the extension store nothing. */
  noStore: string;
}
