import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import { migrate } from '../../server/storage/migrate.ts';
import { openPGlite } from '../../server/storage/pglite.ts';
import { sampleInvoice } from '../support/e-invoices/sample-invoice.ts';
import { toCii } from '../support/e-invoices/to-cii.ts';
import { toUbl } from '../support/e-invoices/to-ubl.ts';
import { Fixture } from '../support/fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'kontor-import-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const inbox = join(folder, 'inbox');
mkdirSync(join(inbox, 'deeper'), { recursive: true });
writeFileSync(join(inbox, 'a.xml'), toUbl(sampleInvoice('ubl')));
writeFileSync(join(inbox, 'broken.XML'), toUbl(sampleInvoice('ubl')).slice(0, 500));
writeFileSync(join(inbox, 'deeper', 'b.xml'), toCii({ ...sampleInvoice('cii'), number: '\u202Eother' }));
writeFileSync(join(inbox, 'readme.txt'), 'no invoice');

interface Ended {
  readonly code: number | null;
  readonly said: string;
  readonly complained: string;
}

/** Runs the command as a person does. */
async function importing(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<Ended> {
  const env = { ...process.env, DATABASE_URL: '', ...environment };
  const child = spawn(process.execPath, ['server/import.ts', ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = ['', ''];
  child.stdout.on('data', (data) => { texts[0] += data; });
  child.stderr.on('data', (data) => { texts[1] += data; });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said: texts[0] ?? '', complained: texts[1] ?? '' };
}

test('without a gateway the command opens the data folder itself', async () => {
  const data = join(folder, 'data');
  const organisation = uuid();
  mkdirSync(data);
  const database = await openPGlite(join(data, 'database'));
  await migrate(database);
  await database.asOwner((tx) => tx.query(
    `insert into organisation (id, name, folded_name, kind, currency, vat_basis_points, address, created_at)
     values ($1, 'Muster', 'muster', 'company', 'CHF', 810, '{}', now())`, [organisation]));
  await database.close();
  const environment = { KONTOR_DATA_DIR: data };
  const first = await importing([inbox, '--organisation', organisation], environment);
  assert.equal(first.code, 1, first.complained);
  assert.match(first.said, /added +\S*a\.xml +F-2026\/7 +Müller & Söhne AG +CHF \d+\.\d\d/);
  assert.match(first.said, /refused +\S*broken\.XML +The file is cut short/);
  assert.match(first.said, /2 added, 0 already there, 1 refused; into /);
  assert.doesNotMatch(first.said, /\u202E/);
  const second = await importing([join(inbox, 'a.xml'), '--organisation', organisation], environment);
  assert.deepEqual([second.code, /0 added, 1 already there, 0 refused/.test(second.said)], [0, true]);
  const unknown = await importing([inbox, '--organisation', uuid()], environment);
  assert.deepEqual([unknown.code, unknown.complained], [1, 'There is no such organisation. (KONTOR_NOT_FOUND)\n']);
});

test('with a gateway it posts to it', async () => {
  const fixture = await Fixture.start();
  const organisation = await fixture.organisation();
  const gateway = await fixture.app.listen({ host: 'localhost', port: 0 });
  const environment = { KONTOR_GATEWAY: gateway, KONTOR_OPERATOR_KEY: fixture.operatorKey };
  const { code, said } = await importing([inbox, '--organisation', organisation], environment);
  assert.equal(code, 1);
  assert.match(said, /2 added, 0 already there, 1 refused; into the gateway on /);
  const wrong = await importing([inbox, '--organisation', organisation], { ...environment, KONTOR_OPERATOR_KEY: 'kontor_operator_x' });
  assert.deepEqual([wrong.code, wrong.complained], [1, 'The gateway does not take this operator key: set KONTOR_OPERATOR_KEY.\n']);
});

test('mistakes are told in one line, before anything is imported', async () => {
  const id = uuid();
  const cases: [string[], RegExp][] = [
    [[inbox], /^Usage: /],
    [[join(folder, 'nothing'), '--organisation', id], /^There is no file or folder /],
    [[inbox, '--organisation', id], /^There are no data in /],
  ];
  for (const [words, complaint] of cases) {
    const { code, complained } = await importing(words, { KONTOR_DATA_DIR: join(folder, 'none') });
    assert.equal(code, 1);
    assert.match(complained, complaint);
    assert.equal(complained.trim().split('\n').length, 1);
  }
});
