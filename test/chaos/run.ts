/**
 * `npm run test:chaos`: the long run. `npm run test:chaos -- 200 12345` kills 200 times on each engine and
 * begins with the seed 12345.
 */
import { startPostgres } from '../support/postgres.ts';
import { type ChaosReport, runChaos } from './chaos.ts';

const [kills = 60, seed = Math.floor(Math.random() * 2 ** 31)] = process.argv.slice(2).map(Number);
const callers = 12;
let faults = 0;

function tell(engine: string, report: ChaosReport): void {
  faults += report.faults.length;
  console.log(
    `${engine}: ${kills} kills, ${report.asked} top-ups asked for, ${report.acknowledged} acknowledged ` +
    `(${report.answerLost} of them only when asked again), ${report.faults.length} faults`,
  );
  for (const fault of report.faults) console.log(`  x ${fault}`);
}

console.log(`seed ${seed}`);
tell('pglite', await runChaos({ kills, callers, seed }));

const server = await startPostgres({ durable: true });
try {
  const databaseUrl = await server.createDatabase('chaos');
  const crashServer = async (): Promise<void> => {
    server.kill();
    await server.restart();
  };
  tell('postgres', await runChaos({ databaseUrl, kills, callers, seed, crashServer }));
} finally {
  await server.stop();
}
process.exitCode = faults === 0 ? 0 : 1;
