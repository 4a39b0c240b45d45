import { BlockList, isIP } from 'node:net';

/** Where a reverse proxy of ours may sit: this machine and private networks. */
const OURS = new BlockList();
OURS.addSubnet('127.0.0.0', 8, 'ipv4');
OURS.addSubnet('10.0.0.0', 8, 'ipv4');
OURS.addSubnet('172.16.0.0', 12, 'ipv4');
OURS.addSubnet('192.168.0.0', 16, 'ipv4');
OURS.addAddress('::1', 'ipv6');
OURS.addSubnet('fc00::', 7, 'ipv6');

/**
 * The address that a request comes from. Only a peer in a network of ours is believed about another
 * (`X-Forwarded-For`), and only the last one named, which it added itself.
 */
export function callerAddress(peer: string, forwardedFor: string | undefined): string {
  const plain = peer.replace(/^::ffff:(?=\d+\.)/, '');
  const named = forwardedFor?.split(',').at(-1)?.trim() ?? '';
  const isOurs = OURS.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
  return isOurs && isIP(named) > 0 ? named : plain;
}
