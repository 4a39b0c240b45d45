import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { callerNetwork, isTrustedProxy } from '../identity/sign-in/caller-address.ts';
import type { TrustedProxies } from '../identity/sign-in/caller-address.ts';

/** Lets no address hold more than `most` connections open; further ones are closed unanswered. A trusted proxy speaks for many. */
export function boundConnections(server: Server, most: number, proxies: TrustedProxies): void {
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const { remoteAddress = '' } = socket;
    if (isTrustedProxy(remoteAddress, proxies)) return;
    const network = callerNetwork(remoteAddress);
    const count = (open.get(network) ?? 0) + 1;
    if (count > most) return void socket.destroy();
    open.set(network, count);
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1;
      if (left > 0) open.set(network, left);
      else open.delete(network);
    });
  });
}
