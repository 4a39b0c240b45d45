import type { App } from './app-parts.ts';
import { Refusal } from './refusal.ts';

/**
 * Once the gateway is told to stop, requests that come over open connections are refused, and every answer
 * still under way closes its connection. What was accepted before is finished.
 */
export function refuseWhileStopping(app: App): void {
  let stopping = false;
  app.addHook('preClose', async () => {
    stopping = true;
  });
  app.addHook('onRequest', (_request, _reply, done) => {
    done(stopping ? new Refusal('KONTOR_STOPPING') : undefined);
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (stopping) reply.header('connection', 'close');
    done();
  });
}
