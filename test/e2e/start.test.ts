import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { DEMO_LOGINS, DEMO_OPERATOR_KEY, DEMO_PARTNER } from '../../server/seed/demo-credentials.ts';
import type { InvoiceWindow } from '../../shared/contract/invoice.ts';
import type { PrepaidBalance } from '../../shared/contract/prepaid.ts';
import { launchBrowser } from '../support/browser.ts';
import { ProductClient } from '../support/product-client.ts';
import { type Ended, freePort, makeFolder, type Product, removeFolder, runStart, startProduct } from '../support/product.ts';
import { oldServer } from '../support/storage/old-server.ts';
import { testDatabase } from '../support/test-database.ts';

/** Whether anything answers there. */
const answers = (url: string): Promise<boolean> => fetch(url).then(() => true, () => false);

/** What a person gets to read where a start is refused: one line, without a stack, and a code that says so. */
function assertOneLine({ code, stderr, output }: Ended, wanted: RegExp): void {
  assert.notEqual(code, 0, output);
  assert.match(stderr, /^[^\n]+\n$/);
  assert.match(stderr, wanted);
  assert.doesNotMatch(output, /^\s+at /m);
  assert.doesNotMatch(output, /Ctrl-C ends/);
}

async function refusal(env: Record<string, string>, args: readonly string[] = []): Promise<Ended> {
  const folder = makeFolder();
  const ports = { PORT: String(await freePort()), PORTAL_PORT: String(await freePort()) };
  try {
    return await runStart({ KONTOR_DATA_DIR: folder, ...ports, ...env }, args);
  } finally {
    removeFolder(folder);
  }
}

describe('npm start', () => {
  const folder = makeFolder();
  let product: Product;
  let paid: number;
  let invoices: unknown;

  const again = async (): Promise<void> => {
    const { PORT = '', PORTAL_PORT = '' } = product.env;
    product = await startProduct({ folder, env: { PORT, PORTAL_PORT }, group: true });
  };
  const balance = async (): Promise<number> => {
    const { available } = await (await ProductClient.signIn(product)).read<PrepaidBalance>('/prepaid');
    return available.amount;
  };
  const history = async (): Promise<unknown> => {
    const { rows, summary } = await (await ProductClient.signIn(product)).read<InvoiceWindow>('/invoices?limit=100');
    return { ids: rows.map(({ id }) => id), summary };
  };

  before(async () => {
    product = await startProduct({ folder });
  });
  after(async () => {
    await product.kill();
    removeFolder(folder);
  });

  test('shows progress, then addresses, sign-ins and keys on one screen', () => {
    const output = product.output();
    for (const step of ['Opening the database', 'Migrating', 'Filling the demo']) assert.ok(output.includes(step), step);
    const screen = output.slice(output.indexOf('  Portal'));
    const { gateway, portal } = product;
    const facts = [portal, gateway, `${gateway}/docs`, `${gateway}/openapi.json`, 'counting-house', DEMO_PARTNER.key, DEMO_OPERATOR_KEY];
    for (const fact of [...facts, ...DEMO_LOGINS.map(({ email }) => email)]) assert.ok(screen.includes(fact), fact);
    assert.ok(screen.split('\n').length <= 24);
  });

  test('says that it lives and serves, and describes its API for programs and people', async () => {
    const read = async (path: string): Promise<Record<string, unknown>> => (await (await fetch(product.gateway + path)).json()) as Record<string, unknown>;
    assert.deepEqual(await read('/healthz'), { status: 'alive' });
    assert.deepEqual(await read('/readyz'), { status: 'ready', engine: 'pglite', migration: 6 });
    const { openapi, paths } = await read('/openapi.json');
    assert.match(String(openapi), /^3\.1\./);
    assert.ok(Object.keys(paths as object).includes('/v1/organisations'));
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(`${product.gateway}/docs`);
      await page.getByRole('heading', { name: /Kontor/ }).first().waitFor();
      await page.getByText('/v1/organisations', { exact: true }).first().waitFor();
    } finally {
      await browser.close();
    }
  });

  test('leaves the folder to the first of two processes', async () => {
    assertOneLine(await refusal({ KONTOR_DATA_DIR: folder }), /data folder is in use by process \d+/);
    assert.equal((await fetch(`${product.gateway}/readyz`)).status, 200);
    assert.ok(await answers(product.portal));
  });

  describe('with a port that is taken', { concurrency: 2 }, () => {
    test('PORT', async () => {
      const PORT = product.env['PORT'] ?? '';
      assertOneLine(await refusal({ PORT }), new RegExp(`^Port ${PORT} is taken.*PORT`));
    });

    test('PORTAL_PORT, and the gateway is given back', async () => {
      const PORTAL_PORT = product.env['PORTAL_PORT'] ?? '';
      const [other, PORT] = [makeFolder(), String(await freePort())];
      assertOneLine(await refusal({ KONTOR_DATA_DIR: other, PORT, PORTAL_PORT }), new RegExp(`^Port ${PORTAL_PORT} .*taken.*PORTAL_PORT`));
      assert.equal(existsSync(join(other, 'kontor.lock')), false);
      assert.equal(await answers(`http://localhost:${PORT}/healthz`), false);
      removeFolder(other);
    });
  });

  test('loses its portal with it when it is killed, and keeps its data', async () => {
    const client = await ProductClient.signIn(product);
    const before = await balance();
    const answer = await client.ask('/prepaid/top-ups', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'e2e-1' },
      body: JSON.stringify({ amount: { amount: 12_345, currency: 'CHF' }, card: 'approved' }),
    });
    assert.equal(answer.status, 201, await answer.text());
    paid = await balance();
    assert.equal(paid, before + 12_345);
    invoices = await history();
    await product.kill();
    while (await answers(product.portal)) await new Promise(setImmediate);
    await again();
    assert.equal(await balance(), paid);
    assert.doesNotMatch(product.output(), /Filling the demo|Building|Migrating/);
  });

  test('ends with one Ctrl-C, which a terminal sends to all its processes and npm passes on', async () => {
    process.kill(-product.pid, 'SIGINT');
    assert.equal(await product.stop(), 0, product.output());
    assert.doesNotMatch(product.output(), /Error|^\s+at /m);
    assert.equal(await answers(product.portal), false);
    assert.equal(await answers(product.gateway), false);
    assert.equal(existsSync(join(folder, 'kontor.lock')), false);
    assert.throws(() => process.kill(-product.pid, 0), 'a process of it is left');
  });

  test('does not listen beyond this machine with the demo in its database', async () => {
    assertOneLine(await refusal({ KONTOR_DATA_DIR: folder, HOST: '0.0.0.0' }), /public demo sign-ins.*0\.0\.0\.0/);
  });

  test('keeps everything for the next start', async () => {
    await again();
    assert.deepEqual(await history(), invoices);
    assert.equal(await balance(), paid);
    assert.equal(await product.stop(), 0);
  });
});

describe('npm start with a PostgreSQL', () => {
  let DATABASE_URL: string;
  before(async () => {
    DATABASE_URL = await testDatabase();
  });

  test('fills and serves it, and leaves the folder alone', async () => {
    const product = await startProduct({ env: { DATABASE_URL } });
    try {
      const ready = await (await fetch(`${product.gateway}/readyz`)).json();
      assert.deepEqual(ready, { status: 'ready', engine: 'postgres', migration: 6 });
      const { summary } = await (await ProductClient.signIn(product)).read<InvoiceWindow>('/invoices');
      assert.ok((summary?.count ?? 0) > 30);
      assert.match(product.output(), /the PostgreSQL of DATABASE_URL/);
      assert.ok(!product.output().includes(new URL(DATABASE_URL).password));
      assert.equal(existsSync(join(product.folder, 'database')), false);
    } finally {
      assert.equal(await product.stop(), 0, product.output());
      removeFolder(product.folder);
    }
  });

  test('refuses one that a newer version has written', async () => {
    const client = new pg.Client({ connectionString: DATABASE_URL });
    await client.connect();
    try {
      await client.query(`insert into schema_migration (number, name, checksum) values (9999, '9999-later', '')`);
    } finally {
      await client.end();
    }
    assertOneLine(await refusal({ DATABASE_URL }), /newer/);
  });

  test('refuses one that is too old', async () => {
    const server = await oldServer();
    assertOneLine(await refusal({ DATABASE_URL: `postgres://kontor:hunter2@localhost:${server.port}/kontor` }), /14\.11.*15/);
    server.close();
  });

  test('says where it found none, without the password', async () => {
    const ended = await refusal({ DATABASE_URL: `postgres://kontor:hunter2@127.0.0.1:${await freePort()}/kontor` });
    assertOneLine(ended, /DATABASE_URL/);
    assert.doesNotMatch(ended.output, /hunter2/);
  });
});

describe('npm start says in one line what is wrong with', { concurrency: 2 }, () => {
  const file = join(makeFolder(), 'file');
  writeFileSync(file, '');
  const cases: [string, Record<string, string>, string[], RegExp][] = [
    ['a folder below a file', { KONTOR_DATA_DIR: join(file, 'below') }, [], /cannot be written \(ENOTDIR\)/],
    ['an unknown option', {}, ['--sede', 'large'], /--seed/],
    ['an unknown seed', {}, ['--seed=huge'], /--seed large/],
    ['an option too many', {}, ['--seed', 'large', 'now'], /one option/],
    ['a port that is none', { PORT: 'abc' }, [], /^PORT is no port number/],
    ['a portal port that is none', { PORTAL_PORT: '65536' }, [], /^PORTAL_PORT is no port number/],
    ['an address that is none', { KONTOR_URL: 'kontor' }, [], /^KONTOR_URL/],
    ['a database address that is none', { DATABASE_URL: 'kontor' }, [], /DATABASE_URL/],
  ];
  if (existsSync('/proc/self')) cases.push(['a folder where nothing can be made', { KONTOR_DATA_DIR: '/proc/kontor' }, [], /cannot be written/]);
  for (const [what, env, args, wanted] of cases) {
    test(what, async () => assertOneLine(await refusal(env, args), wanted));
  }
  after(() => removeFolder(join(file, '..')));
});
