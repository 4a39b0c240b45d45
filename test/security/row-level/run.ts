import type { Database } from '../../../server/storage/database.ts';
import { openPGlite } from '../../../server/storage/pglite.ts';
import { openPostgres } from '../../../server/storage/postgres.ts';
import { ENGINES, Fixture } from '../../support/fixture.ts';
import { testDatabase } from '../../support/test-database.ts';
import type { SecurityOptions, SecurityReport } from '../report.ts';
import { makeTwoOrganisations } from '../two-organisations.ts';
import { readRelations } from './catalogue.ts';
import { MISTAKE_COUNT, mistakesOverlooked } from './made-up-faults.ts';
import { Probes } from './probes.ts';
import { structureFaults } from './structure.ts';
import { WriteAttempts } from './write-attempts.ts';

/** A database by its connections. */
interface Connected {
  /** One connection for everything. */
  readonly one: Database;
  /** The same database once more, with so many connections at most. */
  more(connections: number): Promise<Database>;
}

/** Row-level security from below: with the application's own role, whatever the application would ask. */
export async function run({ full }: SecurityOptions): Promise<SecurityReport> {
  const report = { name: 'row-level', counts: { 'attack cases': 0, tables: 0, leaks: 0 }, failures: [] as string[] };
  for (const engine of ENGINES) {
    const { tried, tables, failures } = await tryOn(await connect(engine), full ? 200 : 20);
    report.counts['attack cases'] += tried;
    report.counts.tables += tables;
    report.failures.push(...failures.map((failure) => `${engine}: ${failure}`));
  }
  report.counts.leaks = report.failures.length;
  return report;
}

/** The embedded database has one connection, which everybody shares. */
async function connect(engine: Database['engine']): Promise<Connected> {
  if (engine === 'postgres') {
    const url = await testDatabase();
    return { one: await openPostgres(url, { max: 1 }), more: (max) => openPostgres(url, { max }) };
  }
  const one = await openPGlite(undefined);
  return { one, more: async () => one };
}

async function tryOn({ one, more }: Connected, turns: number): Promise<{ tried: number; tables: number; failures: string[] }> {
  const fixture = await Fixture.open(one);
  const opened: Database[] = [];
  const another = async (connections: number): Promise<Database> => {
    const database = await more(connections);
    if (database !== one) opened.push(database);
    return database;
  };
  try {
    const { own, foreign } = await makeTwoOrganisations(fixture);
    const probes = new Probes(await one.asOwner(readRelations), own, foreign);
    await probes.withoutSettings(await another(1));
    await probes.afterStaleSettings(one);
    await probes.afterErrors(one);
    await probes.beside(await another(2), turns);
    await probes.switchedOff(one);
    const attempts = [false, true].map((everyPrivilege) => new WriteAttempts(one, own, foreign, everyPrivilege));
    for (const attempt of attempts) for (const table of probes.tables) await attempt.on(table);
    const structure = [...(await one.asOwner(structureFaults)), ...(await mistakesOverlooked(one))];
    const parts = [probes, ...attempts];
    const tried = parts.reduce((sum, part) => sum + part.tried, MISTAKE_COUNT);
    return { tried, tables: probes.tables.length, failures: [...new Set([...structure, ...parts.flatMap(({ failures }) => failures)])] };
  } finally {
    for (const database of opened) await database.close();
    await fixture.close();
  }
}
