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
