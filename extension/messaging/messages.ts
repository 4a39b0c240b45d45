/**
 * What the popup and the options ask of the background. There is no answer but the store's change: the
 * popup may be gone by then.
 */
export type Message =
  | { readonly act: 'sign-in'; /** Origin of the gateway. */ readonly gateway: string }
  | { readonly act: 'sign-out' }
  /** Something that the badge shows has changed: a top-up, a switch. */
  | { readonly act: 'refresh-badge' };
