import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { App } from './app-parts.ts';
import { Refusal } from './refusal.ts';

/**
 * Once the gateway is told to stop, requests that come over open connections are refused, and every answer
 * still under way closes its connection. What was accepted before is finished; a connection without that
 * is closed.
 */
export function refuseWhileStopping(app: App): void {
  let stopping = false;
  const requests = countRequests(app.server, () => stopping);
  app.addHook('preClose', async () => {
    stopping = true;
    for (const [socket, count] of requests) if (count === 0) socket.destroy();
  });
  app.addHook('onRequest', (_request, _reply, done) => {
    done(stopping ? new Refusal('KONTOR_STOPPING') : undefined);
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (stopping) reply.header('connection', 'close');
    done();
  });
}

/**
 * Requests under way on each open connection. Node would wait for one on which nothing was asked yet, as
 * browsers open them in advance, or not in full, and no longer watches how slow it is.
 * @param refuse whether a connection is closed as soon as it is there
 */
function countRequests(server: Server, refuse: () => boolean): ReadonlyMap<Socket, number> {
  const requests = new Map<Socket, number>();
  const add = (socket: Socket, change: number): void => {
    const count = requests.get(socket);
    if (count !== undefined) requests.set(socket, count + change);
  };
  server.on('connection', (socket: Socket) => {
    if (refuse()) return void socket.destroy();
    requests.set(socket, 0);
    socket.once('close', () => requests.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    add(socket, 1);
    response.once('close', () => add(socket, -1));
  });
  return requests;
}
