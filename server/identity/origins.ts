/** Ids of 32 letters in Chromium's browsers, UUIDs in Firefox (`EXTENSION_ORIGIN_SCHEMES`). */
const EXTENSION = /^(chrome-extension:\/\/[a-p]{32}|moz-extension:\/\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Where plain http is no weakness: the request never leaves the machine. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether the text is an origin exactly as a browser writes it into the `Origin` header: lower case,
 * punycode, no default port, nothing behind the port, no trailing dot; https, or http of this machine.
 */
export function isExactOrigin(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.origin !== text || url.hostname.endsWith('.')) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname));
}

/** Whether the text is the origin of a browser extension's page, exactly as a browser writes it. */
export function isExtensionOrigin(text: string): boolean {
  return EXTENSION.test(text);
}
