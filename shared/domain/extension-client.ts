/**
 * The browser extension as an OAuth client of every gateway: public (no secret), with PKCE (S256) and
 * tokens bound to its key (DPoP). Its ids are fixed, so that redirects can be registered word for word.
 */
export const EXTENSION_CLIENT_ID = 'kontor-extension';

/** Follows from `key` in `manifest.json`: the first half of the key's SHA-256, its digits written a to p. */
export const CHROMIUM_EXTENSION_ID = 'kdlgmbgnfejoafibdjabjojekdekcmnj';

/** The id of the Firefox build (`gecko.id`). */
export const GECKO_EXTENSION_ID = 'kontor@kontor.example';

/** Where a sign-in may end: Chromium's address, then Firefox's, whose host is the SHA-1 of the gecko id. */
export const EXTENSION_REDIRECTS = [
  `https://${CHROMIUM_EXTENSION_ID}.chromiumapp.org/cb`,
  'https://3466c54406bf262b4ad6361630a481b37a57a947.extensions.allizom.org/cb',
] as const;

/**
 * Schemes of the origins that extension pages send. Firefox makes the rest of the origin up for each
 * installation, so no list of origins can hold it.
 */
export const EXTENSION_ORIGIN_SCHEMES = ['chrome-extension:', 'moz-extension:'] as const;
