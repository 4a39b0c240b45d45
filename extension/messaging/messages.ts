/**
 * What the popup and the options ask of the background. There is no answer but the store's change: the
 * popup may be gone by then.
 */
export type Message =
  | { readonly act: 'sign-in'; /** Origin of the gateway. */ readonly gateway: string }
  /** Calls off the one that is under way. */
  | { readonly act: 'cancel-sign-in' }
  | { readonly act: 'sign-out' }
  /** The gateway takes the refresh token no more (`Renewal.refused`). */
  | { readonly act: 'renew' }
  /** Something that the badge shows has changed: a top-up, a switch. */
  | { readonly act: 'refresh-badge' };
