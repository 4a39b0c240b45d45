/**
 * `npm start`: builds the kit, starts a gateway with the demo in it and a partner's portal, and says on
 * one screen where everything is.
 */
import { readConfig, readPort } from '../server/config.ts';
import { exitWith, stopOnSignal } from '../server/process-end.ts';
import { DEMO_PARTNER } from '../server/seed/demo-credentials.ts';
import { ensurePartnerOrigin } from '../server/seed/seed-partner.ts';
import { isInUse, isSeeded, seed } from '../server/seed/seed.ts';
import { systemClock, today } from '../server/clock.ts';
import type { Database } from '../server/storage/database.ts';
import { startGateway } from '../server/start-gateway.ts';
import { buildKit } from './build-kit.ts';
import { ProgressLine } from './progress-line.ts';
import { requireFreePort } from './require-free-port.ts';
import { startOptions } from './start-options.ts';
import { startPortal } from './start-portal.ts';
import { welcome } from './welcome.ts';

try {
  await start();
} catch (error) {
  exitWith(error);
}

async function start(): Promise<void> {
  const { seed: kind } = startOptions(process.argv.slice(2));
  const config = readConfig(process.env, kind === 'large' ? '.kontor-large' : undefined);
  const portalPort = readPort('PORTAL_PORT', process.env['PORTAL_PORT'], 4601);
  const portal = `http://127.0.0.1:${portalPort}`;
  const progress = new ProgressLine();
  await buildKit(() => progress.say('Building the kit'));
  const gateway = await startGateway(config, {
    onStep: (step) => progress.say(step),
    prepare: async (database) => {
      // Told before the demo is filled, which may take minutes.
      await requireFreePort(config.port, config.host, 'PORT');
      await requireFreePort(portalPort, '127.0.0.1', 'PORTAL_PORT');
      await prepare(database, kind, portal, progress);
    },
  });
  try {
    const stopPortal = await startPortal(portalPort, gateway.url, kind);
    stopOnSignal(async () => {
      await stopPortal();
      await gateway.stop();
    });
  } catch (error) {
    await gateway.stop();
    throw error;
  }
  progress.end();
  console.log(welcome({ gateway: gateway.url, portal, engine: gateway.engine, folder: config.folder, kind }));
}

/** Fills an empty database, once. One that holds somebody's organisations is left alone. */
async function prepare(database: Database, kind: 'demo' | 'large', portal: string, progress: ProgressLine): Promise<void> {
  if (!(await isSeeded(database))) {
    if (await isInUse(database)) throw new RangeError('This database is in use and is no demo: start it with node server/main.ts.');
    await seed(database, {
      kind,
      today: today(systemClock),
      onProgress: (done, total, what) => progress.show(done, total, `Filling the demo: ${what}`),
    });
  }
  await ensurePartnerOrigin(database, DEMO_PARTNER.id, portal);
}
