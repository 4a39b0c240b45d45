import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { devNull } from 'node:os';
import autocannon from 'autocannon';
import { buildApp } from '../../server/app.ts';
import { systemClock } from '../../server/clock.ts';
import { logSettings } from '../../server/http/log-settings.ts';
import { RATE_LIMITS } from '../../server/http/rate-limits.ts';
import type { RateLimitSettings } from '../../server/http/rate-limits.ts';
import type { Database } from '../../server/storage/database.ts';
import { migrate } from '../../server/storage/migrate.ts';
import { openPGlite } from '../../server/storage/pglite.ts';
import { openPostgres } from '../../server/storage/postgres.ts';
import { startPostgres } from '../support/postgres.ts';
import { ACCOUNT, makeInvoices, makeOrganisations, ORIGIN, PARTNER_KEY } from './bench-fixture.ts';
import { type Figure, median, quantile } from './figure.ts';
import { findPgbench, pgbenchScript, runPgbench } from './pgbench.ts';
import { RecordingDatabase, type Statement } from '../support/recording-database.ts';

const ROUNDS = 5;
const SECONDS = 3;
const ORGANISATIONS = 16;
const INVOICES = 100_000;

/** Requests are counted and logged as in production, but none is too many and nobody keeps the lines. */
const COUNTED = Object.fromEntries(Object.keys(RATE_LIMITS).map((name) => [name, Number.MAX_SAFE_INTEGER])) as unknown as RateLimitSettings;
const LOGGED = { ...logSettings('info'), file: devNull };

type App = Awaited<ReturnType<typeof buildApp>>;
type Request = { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string };

/** The gateway over HTTP with authentication against pgbench on the same statements, and list pages. */
export async function measure(note: (line: string) => void): Promise<Figure[]> {
  const pages = await measurePages();
  const pgbench = findPgbench();
  if (!pgbench) {
    note('pgbench is not on this machine (Debian: apt-get install postgresql): balance and transfer left out');
    return pages;
  }
  return [...pages, ...(await measureRates(pgbench))];
}

/** A page of 25 anywhere in 100,000 invoices, through the whole server side. */
async function measurePages(): Promise<Figure[]> {
  const database = await openPGlite(undefined);
  await migrate(database);
  const [organisation = ''] = await makeOrganisations(database, 1);
  await makeInvoices(database, organisation, INVOICES);
  const app = await buildApp({ database, clock: systemClock, gatewayUrl: 'http://localhost:4600' });
  const headers = await signIn(app, organisation);
  const figures: Figure[] = [];
  for (const sort of ['issued', 'total', 'number']) {
    const times: number[] = [];
    for (let turn = 0; turn < 220; turn++) {
      const offset = Math.floor((turn * 104_729) % (INVOICES - 25));
      const url = `/v1/organisations/${organisation}/invoices?sort=${sort}&descending=true&summary=false&limit=25&offset=${offset}`;
      const start = performance.now();
      const answer = await app.inject({ url, headers });
      if (turn >= 20) times.push(performance.now() - start);
      if (answer.statusCode !== 200 || answer.json().rows.length !== 25) throw new Error(`Not a page: ${answer.body}`);
    }
    const value = quantile(times, 0.99);
    const name = `page of 25 in 100,000 invoices by ${sort}, PGlite, p99`;
    figures.push({ name, value, unit: 'ms', measured: value, bar: 20, note: `median ${median(times).toFixed(1)} ms` });
  }
  await app.close();
  await database.close();
  return figures;
}

async function measureRates(pgbench: string): Promise<Figure[]> {
  const server = await startPostgres({ durable: true });
  const url = await server.createDatabase('bench');
  const database = await openPostgres(url, { max: 8 });
  await migrate(database);
  const organisations = await makeOrganisations(database, ORGANISATIONS);
  const app = await buildApp({ database, clock: systemClock, gatewayUrl: 'http://localhost:4600', rateLimits: COUNTED, logger: LOGGED });
  try {
    const headers = new Map<string, Record<string, string>>();
    for (const organisation of organisations) headers.set(organisation, await signIn(app, organisation));
    const read = (organisation: string): Request => ({
      method: 'GET', path: `/v1/organisations/${organisation}/prepaid`, headers: headers.get(organisation) ?? {},
    });
    const topUp = (organisation: string): Request => ({
      method: 'POST',
      path: `/v1/organisations/${organisation}/prepaid/top-ups`,
      headers: { ...headers.get(organisation), 'content-type': 'application/json', 'idempotency-key': `bench-${randomUUID()}` },
      body: JSON.stringify({ amount: { amount: 500, currency: 'CHF' }, card: 'approved' }),
    });
    for (const organisation of organisations) await send(app, topUp(organisation));
    const scripts = {
      balance: await scriptsOf(database, organisations, read),
      transfer: await scriptsOf(database, organisations, topUp),
    };
    await app.listen({ host: '127.0.0.1', port: 0 });
    const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    const rate = (make: (organisation: string) => Request) => load(base, organisations, make);
    return [
      await compareRates('balance read over HTTP, authenticated', 0.15, () => runPgbench(pgbench, url, scripts.balance, SECONDS), () => rate(read)),
      await compareRates('ledger transfer over HTTP, authenticated', 0.5, () => runPgbench(pgbench, url, scripts.transfer, SECONDS), () => rate(topUp)),
    ];
  } finally {
    await app.close();
    await database.close();
    await server.stop();
  }
}

async function compareRates(name: string, bar: number, raw: () => Promise<number>, http: () => Promise<number>): Promise<Figure> {
  const rounds: { limit: number; value: number }[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    const limit = await raw();
    const value = await http();
    if (round >= 0) rounds.push({ limit, value });
  }
  const ratios = rounds.map(({ limit, value }) => value / limit);
  return {
    name, unit: '/s', bar, atLeast: true, measured: median(ratios),
    value: median(rounds.map(({ value }) => value)), limit: median(rounds.map(({ limit }) => limit)),
    note: `ratios ${ratios.map((ratio) => ratio.toFixed(2)).join(' ')}`,
  };
}

/** The same request twice for each organisation, as pgbench scripts. */
async function scriptsOf(plain: Database, organisations: readonly string[], make: (organisation: string) => Request): Promise<string[]> {
  const database = new RecordingDatabase(plain);
  const app = await buildApp({ database, clock: systemClock, gatewayUrl: 'http://localhost:4600' });
  const scripts: string[] = [];
  // The first request also reads signing keys and the like.
  for (const organisation of organisations) await send(app, make(organisation));
  for (const organisation of organisations) {
    const runs: Statement[][] = [];
    for (let run = 0; run < 2; run++) {
      database.statements.length = 0;
      await send(app, make(organisation));
      runs.push([...database.statements]);
    }
    scripts.push(pgbenchScript(runs[0] ?? [], runs[1] ?? []));
  }
  await app.close();
  return scripts;
}

async function load(base: string, organisations: readonly string[], make: (organisation: string) => Request): Promise<number> {
  let turn = 0;
  const requests = organisations.map((organisation) => ({
    ...make(organisation),
    // A key of its own for each request that moves money.
    setupRequest: (request: object) => ({ ...request, ...make(organisations[turn++ % organisations.length] ?? organisation) }),
  }));
  const result = await autocannon({ url: base, connections: 8, duration: SECONDS, requests: requests as never });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} failed.`);
  return result['2xx'] / result.duration;
}

async function send(app: App, { method, path, headers, body }: Request): Promise<void> {
  const answer = await app.inject({ method, url: path, headers, ...(body === undefined ? {} : { payload: body }) });
  if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`);
}

async function signIn(app: App, organisation: string): Promise<Record<string, string>> {
  const answer = await app.inject({
    method: 'POST', url: '/v1/widget-sessions', headers: { authorization: `Bearer ${PARTNER_KEY}` },
    payload: { person: ACCOUNT, organisation, origin: ORIGIN, elements: ['invoice-list'], features: ['invoices:read', 'prepaid:read', 'prepaid:top-up'] },
  });
  if (answer.statusCode !== 201) throw new Error(`No session: ${answer.body}`);
  return { authorization: `Bearer ${answer.json().token}`, origin: ORIGIN };
}
