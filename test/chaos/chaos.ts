import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Random, seededRandom } from '../../server/seed/random.ts';
import type { Database } from '../../server/storage/database.ts';
import { openDatabase } from '../../server/storage/open-database.ts';
import { Caller } from './caller.ts';
import { GatewayProcess } from './gateway-process.ts';
import { setStage, type Stage } from '../support/ledger/set-stage.ts';
import { verify } from './verify.ts';

export interface ChaosOptions {
  /** Address of an empty database of a server; the embedded database without it. */
  readonly databaseUrl?: string;
  readonly kills: number;
  readonly callers: number;
  /** Decides who asks for what, and when the gateway dies. */
  readonly seed: number;
  /** Kills the database server and brings it back; some of the kills are then its. */
  readonly crashServer?: () => Promise<void>;
}

/** What a run showed. `faults` is empty where the promises held. */
export interface ChaosReport {
  readonly faults: readonly string[];
  readonly asked: number;
  readonly acknowledged: number;
  /** Of these, done by a gateway that was killed before it could say so. */
  readonly answerLost: number;
}

/** Milliseconds that a gateway lives at most. */
const LONGEST_LIFE = 700;

/** Kills the gateway at random points while callers top up, then looks whether anything is lost or doubled. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-chaos-'));
  const open = (): Promise<Database> => openDatabase({ url: options.databaseUrl, folder });
  const gateway = await GatewayProcess.on({ KONTOR_DATA_DIR: folder, DATABASE_URL: options.databaseUrl ?? '', HOST: '', KONTOR_URL: '' });
  try {
    const stage = await withDatabase(open, (database) => setStage(database, 6));
    const callers = await callAndKill(gateway, stage, options);
    const wishes = callers.flatMap((caller) => caller.wishes);
    const faults = [...callers.flatMap((caller) => caller.surprises), ...await withDatabase(open, (database) => verify(database, wishes))];
    return {
      faults,
      asked: wishes.length,
      acknowledged: wishes.filter(({ answers }) => answers.length > 0).length,
      answerLost: wishes.filter(({ answerLost }) => answerLost).length,
    };
  } finally {
    await gateway.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function callAndKill(gateway: GatewayProcess, stage: Stage, options: ChaosOptions): Promise<Caller[]> {
  const random = seededRandom(options.seed);
  const callers = Array.from({ length: options.callers }, (_, n) => new Caller(gateway.url, stage, seededRandom(options.seed + n + 1)));
  const over = new AbortController();
  const abandoned = new AbortController();
  await gateway.start();
  const calling = Promise.all(callers.map((caller) => caller.run(over.signal, abandoned.signal)));
  try {
    await killOften(gateway, random, options);
  } catch (error) {
    abandoned.abort();
    throw error;
  } finally {
    over.abort();
    await calling;
  }
  const code = await gateway.stop();
  if (code !== 0) throw new Error(`The gateway ended with ${code} when it was asked to stop.`);
  return callers;
}

async function killOften(gateway: GatewayProcess, random: Random, { kills, crashServer }: ChaosOptions): Promise<void> {
  for (let kill = 0; kill < kills; kill += 1) {
    // The moment itself is the experiment; nothing waits for it.
    await delay(random.below(LONGEST_LIFE));
    if (crashServer && random.below(3) === 0) {
      await crashServer();
    } else {
      await gateway.kill();
      await gateway.start();
    }
  }
}

async function withDatabase<T>(open: () => Promise<Database>, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await open();
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
