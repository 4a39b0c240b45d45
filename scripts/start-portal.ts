import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { DEMO_PARTNER } from '../server/seed/demo-credentials.ts';
import { StartError } from '../server/start-error.ts';
import { kitFolder } from './build-kit.ts';

/**
 * Starts the example portal as a process of its own, as a partner would run it: it knows the gateway's
 * address and its API key, nothing else of ours.
 * @throws {StartError} where its port is taken
 */
export async function startPortal(port: number, gateway: string, demo: string): Promise<() => Promise<void>> {
  const child = fork(join(import.meta.dirname, '../examples/partner-portal/server.ts'), {
    env: {
      ...process.env,
      PORTAL_PORT: String(port), PORTAL_DEMO: demo,
      KONTOR_GATEWAY: gateway, KONTOR_API_KEY: DEMO_PARTNER.key, KONTOR_KIT: kitFolder,
    },
  });
  await listening(child);
  return () => end(child);
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void => reject(new StartError('KONTOR_START_PORT_TAKEN', reason));
    child.once('message', (message) => {
      if (message === 'listening') resolve();
      else fail(String((message as { failed?: unknown }).failed));
    });
    child.once('exit', (code) => fail(`The portal ended at once, with code ${code}.`));
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    // Losing its parent ends the portal, and so does a crash of this process. After a Ctrl-C it may be
    // on its way already.
    if (child.connected) child.disconnect();
  });
}
