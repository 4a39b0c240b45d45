import { BlockList, isIP } from 'node:net';

/** The reverse proxies whose word about callers is taken. */
export type TrustedProxies = Pick<BlockList, 'check'>;

/** A proxy on this machine. */
export const LOOPBACK_PROXIES: TrustedProxies = readProxies('127.0.0.0/8, ::1');

/**
 * Reads `KONTOR_TRUSTED_PROXIES`: addresses and networks (`10.1.2.0/24`) separated by commas, or `none`.
 * @throws {RangeError} with one line for a person
 */
export function readProxies(text: string): TrustedProxies {
  const list = new BlockList();
  if (text.trim() === 'none') return list;
  for (const entry of text.split(',').map((part) => part.trim())) {
    const [address = '', bits, ...rest] = entry.split('/');
    const family = isIP(address);
    const most = family === 6 ? 128 : 32;
    const length = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
    if (family === 0 || rest.length > 0 || length < 0 || length > most) {
      throw new RangeError(`KONTOR_TRUSTED_PROXIES: "${entry}" is no address or network.`);
    }
    list.addSubnet(address, length, family === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

/**
 * The address that a request comes from. A trusted proxy is believed about whom it took the request from,
 * the last name it added to `X-Forwarded-For`; where that is another trusted proxy, so is that one.
 */
export function callerAddress(peer: string, forwardedFor: string | undefined, proxies = LOOPBACK_PROXIES): string {
  const named = forwardedFor?.split(',').map((part) => part.trim()) ?? [];
  let address = plain(peer);
  while (isTrustedProxy(address, proxies)) {
    const before = plain(named.pop() ?? '');
    if (isIP(before) === 0) break;
    address = before;
  }
  return address;
}

/** What one subscriber has to itself: an IPv4 address, or with IPv6 the whole /64. */
export function callerNetwork(address: string): string {
  if (isIP(plain(address)) !== 6) return plain(address);
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  return [...groups, ...Array(tail === undefined ? 0 : 4).fill('0')].slice(0, 4).join(':');
}

export function isTrustedProxy(peer: string, proxies: TrustedProxies): boolean {
  const address = plain(peer);
  const family = isIP(address);
  return family > 0 && proxies.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}
