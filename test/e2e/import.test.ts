import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright';
import { readEInvoice } from '../../server/documents/read-e-invoice.ts';
import { NEWCOMER } from '../../server/seed/demo-credentials.ts';
import { PEQUENA, STERNTALER } from '../../server/seed/demo-organisations.ts';
import type { InvoiceWindow } from '../../shared/contract/invoice.ts';
import { launchBrowser } from '../support/browser.ts';
import { sampleInvoice } from '../support/e-invoices/sample-invoice.ts';
import { toCii } from '../support/e-invoices/to-cii.ts';
import { toUbl } from '../support/e-invoices/to-ubl.ts';
import { PortalHarness } from '../support/harnesses/portal.harness.ts';
import { ProductClient } from '../support/product-client.ts';
import { type Ended, makeFolder, type Product, removeFolder, runImport, startProduct } from '../support/product.ts';

const samples = process.env['KONTOR_SAMPLES'];

/** Numbers and totals as they stand in the official examples, oldest last; two of the 14 files are the same. */
const IN_THE_FILES = [
  ['018304 / 28865', 'EUR −100.11'], ['test decimal 1', 'EUR 15.15'],
  ['12115118', 'EUR 250.33'], ['12115118', 'EUR 250.33'], ['12115118', 'EUR 250.33'],
  ['TOSL108', 'NOK 1,801.78'], ['TOSL108', 'NOK 1,801.78'], ['TOSL108', 'DKK 1,125.00'], ['TOSL108', 'DKK 2,005.00'],
  ['TOSL110', 'DKK 4,675.00'], ['TOSL110', 'DKK 4,675.00'], ['TOSL110', 'DKK 4,675.00'], ['TOSL110', 'DKK 4,675.00'],
];

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const files = makeFolder();
const folder = makeFolder();
let product: Product;
let browser: Browser;

/** Runs `npm run import` as somebody whose gateway has this data folder. */
function importInto(organisation: string, ...paths: string[]): Promise<Ended> {
  return runImport({ KONTOR_DATA_DIR: folder }, [...paths, '--organisation', organisation]);
}

function write(name: string, text: string): string {
  const path = join(files, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

/** The newcomer at the portal, in English, looking at the history. */
async function atHistory(act: (portal: PortalHarness) => Promise<void>): Promise<void> {
  const portal = await PortalHarness.signedIn(browser, product, NEWCOMER.email);
  try {
    await portal.chooseLanguage('en');
    await portal.openHistory();
    await act(portal);
    assert.deepEqual(portal.faults, []);
  } finally {
    await portal.leave();
  }
}

before(async () => {
  product = await startProduct({ folder });
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await product.kill();
  for (const path of [files, folder]) removeFolder(path);
});

describe('npm run import', () => {
  test('with no gateway running puts files into the data folder', async () => {
    const path = write('alone.xml', toUbl(sampleInvoice('ubl')));
    assert.equal(await product.stop(), 0);
    const first = await importInto(STERNTALER.id, path);
    assert.deepEqual([first.code, first.stderr], [0, '']);
    assert.match(first.output, /1 added, 0 already there, 0 refused; into /);
    product = await startProduct({ folder });
    const { rows } = await (await ProductClient.signIn(product)).read<InvoiceWindow>('/invoices?search=S%C3%B6hne');
    assert.deepEqual(rows.map(({ origin, number }) => [origin, number]), [['imported', sampleInvoice('ubl').number]]);
    const again = await importInto(STERNTALER.id, path);
    assert.match(again.output, new RegExp(`0 added, 1 already there, 0 refused; into the gateway on ${product.gateway}`));
    assert.equal(again.code, 0);
  });

  test('takes the good files of a folder, names the others with the reason, and ends with 1', async () => {
    const good = toCii(sampleInvoice('cii'));
    write('mixed/a-cut-short.xml', good.slice(0, good.length / 2));
    write('mixed/b-doctype.xml', good.replace(/(<\?xml[^>]*>)?/, '<!DOCTYPE a [<!ENTITY b "c">]>'));
    write('mixed/c-other.xml', '<?xml version="1.0"?><recipe><title>Lebkuchen</title></recipe>');
    write('mixed/below/d-good.xml', good);
    write('mixed/read-me.txt', 'not meant');
    const { code, output } = await importInto(STERNTALER.id, join(files, 'mixed'));
    assert.equal(code, 1);
    assert.match(output, /1 added, 0 already there, 3 refused; into the gateway/);
    assert.match(output, /refused .*a-cut-short\.xml +.*cut short/);
    assert.match(output, /refused .*b-doctype\.xml +.*DOCTYPE/);
    assert.match(output, /refused .*c-other\.xml +.*recipe/);
    assert.match(output, /added .*below\/d-good\.xml/);
    assert.doesNotMatch(output, /read-me|^\s+at /m);
  });

  test('says in one line what is wrong with its words', async () => {
    const path = write('unused.xml', toUbl(sampleInvoice('ubl')));
    const nobody = '01863019-7460-72ff-b5fd-2e265df3e7e0';
    const cases = [
      [await importInto(nobody, path), /no such organisation/],
      [await importInto('mine', path), /Usage/],
      [await importInto(nobody), /Usage/],
      [await importInto(nobody, join(files, 'nothing')), /no file or folder/],
      [await runImport({ KONTOR_DATA_DIR: join(files, 'nowhere') }, [path, '--organisation', nobody]), /no data/],
    ] as const;
    for (const [{ code, stderr }, wanted] of cases) {
      assert.equal(code, 1);
      assert.match(stderr, /^[^\n]+\n$/);
      assert.match(stderr, wanted);
    }
  });
});

test('an invoice of ours is downloaded as an e-invoice that reads as it should', async () => {
  const portal = await PortalHarness.signedIn(browser, product);
  await portal.openHistory();
  await portal.filterByStatus('Paid');
  await portal.searchHistory('ksuite');
  await portal.rows.first().filter({ hasText: 'kSuite' }).waitFor();
  const number = await portal.openDetails();
  const { name, bytes } = await portal.download(portal.details.getByRole('button', { name: 'E-invoice (XML)' }));
  assert.match(name, /\.xml$/);
  assert.equal(readEInvoice(bytes).number, number);
  assert.deepEqual(portal.faults, []);
  await portal.leave();
});

if (samples === undefined) {
  console.log('4 skipped: no samples');
} else {
  describe('the official examples', () => {
    const examples = join(samples, 'einvoices');
    const names = readdirSync(examples).filter((name) => name.endsWith('.xml'));

    test('14 files are 13 invoices, and importing them again adds none', async () => {
      assert.equal(names.length, 14);
      const first = await importInto(PEQUENA.id, examples);
      assert.deepEqual([first.code, first.stderr], [0, '']);
      for (const name of names) assert.ok(first.output.includes(name), name);
      assert.match(first.output, /13 added, 1 already there, 0 refused/);
      const again = await importInto(PEQUENA.id, examples);
      assert.match(again.output, /0 added, 14 already there, 0 refused/);
      assert.equal(again.code, 0);
    });

    test('stand in the history with the amounts of the files and their marks', () => atHistory(async (portal) => {
      await portal.counts('13 invoices');
      const rows = (await portal.rows.allInnerTexts()).map(oneLine);
      assert.equal(rows.length, 13);
      const wanted = IN_THE_FILES.map(([number, amount]) => [number, amount].join(' … '));
      const shown = rows.map((row) => {
        const [number] = IN_THE_FILES.find(([name = '']) => row.includes(name)) ?? [];
        return [number, /(EUR|NOK|DKK) −?[\d,.]+/.exec(row)?.[0]].join(' … ');
      });
      assert.deepEqual(shown.toSorted(), wanted.toSorted());
      assert.ok(rows.every((row) => row.includes('Imported')));
      assert.equal(rows.filter((row) => row.includes('Same number')).length, 11);
      for (const [currency, total] of [['EUR', '666.03'], ['NOK', '3,603.56'], ['DKK', '21,830.00']] as const) {
        await portal.totals.getByRole('listitem').filter({ hasText: currency }).filter({ hasText: total }).waitFor();
      }
    }));

    test('open with parties, lines, taxes and what was to pay', () => atHistory(async (portal) => {
      await portal.searchHistory('TOSL110');
      await portal.counts('4 invoices');
      await portal.sortBy('Amount');
      await portal.openDetails();
      for (const text of ['SellerCompany', 'Amount payable', '4,675.00', 'This invoice comes from an imported file.']) {
        await portal.details.getByText(text).first().waitFor();
      }
    }));

    test('come back byte for byte', async () => {
      const wanted = new Set(names.map((name) => sha256(readFileSync(join(examples, name)))));
      const client = await ProductClient.signIn(product, PEQUENA.id, NEWCOMER.account);
      const { rows } = await client.read<InvoiceWindow>('/invoices');
      const originals = await Promise.all(rows.map(async ({ id }) => Buffer.from(await (await client.ask(`/invoices/${id}/original`)).arrayBuffer())));
      assert.deepEqual(new Set(originals.map(sha256)), wanted);
      await atHistory(async (portal) => {
        const saved = new Set<string>();
        // Chromium lets a page save ten files in a second.
        for (const button of (await portal.rows.locator('[data-act=download]').all()).slice(0, 9)) {
          saved.add(sha256((await portal.download(button)).bytes));
        }
        assert.equal(saved.size, 9);
        for (const hash of saved) assert.ok(wanted.has(hash));
      });
    });
  });
}
