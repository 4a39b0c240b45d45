import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readEInvoice } from '../../../server/documents/read-e-invoice.ts';

const samples = process.env['KONTOR_SAMPLES'];

/** Figures in minor units: lines, allowances, charges, net, tax, gross, prepaid, rounding, payable. */
const VISITED = [143650, 10000, 10000, 143650, 36528, 180178, 100000, 0, 80178];
const GROCERIES = [22960, 0, 0, 22960, 2073, 25033, 0, 0, 25033];
const PREPAID_HALF = [400000, 15000, 15000, 400000, 67500, 467500, 233750, 0, 233750];
const THREE_LINES = [400000, 0, 0, 400000, 67500, 467500, 0, 0, 467500];

/** Read off the files by eye and with another XML library; not with the reader under test. */
const EXPECTED: readonly (readonly [file: string, number: string, day: string, currency: string, lines: number, sums: number[]])[] = [
  ['CII_business_example_01.xml', 'TOSL108', '2013-06-30', 'NOK', 5, VISITED],
  ['CII_example1.xml', '12115118', '2015-01-09', 'EUR', 20, GROCERIES],
  ['CII_example2.xml', 'TOSL108', '2013-06-30', 'NOK', 5, VISITED],
  ['CII_example3.xml', 'TOSL108', '2013-04-10', 'DKK', 1, [80000, 0, 10000, 90000, 22500, 112500, 0, 0, 112500]],
  ['CII_example4.xml', 'TOSL110', '2013-04-10', 'DKK', 3, THREE_LINES],
  ['CII_example5.xml', 'TOSL110', '2013-04-10', 'DKK', 3, PREPAID_HALF],
  ['guide-example1.xml', '12115118', '2015-01-09', 'EUR', 20, GROCERIES],
  ['sample-discount-price.xml', 'test decimal 1', '2018-02-05', 'EUR', 1, [1212, 0, 0, 1212, 303, 1515, 0, 0, 1515]],
  ['ubl-tc434-creditnote1.xml', '018304 / 28865', '2019-09-23', 'EUR', 1, [10011, 0, 0, 10011, 0, 10011, 0, 0, 10011]],
  ['ubl-tc434-example1.xml', '12115118', '2015-01-09', 'EUR', 20, GROCERIES],
  ['ubl-tc434-example2.xml', 'TOSL108', '2013-06-30', 'NOK', 5, VISITED],
  ['ubl-tc434-example3.xml', 'TOSL108', '2013-04-10', 'DKK', 2, [160000, 0, 10000, 170000, 30500, 200500, 0, 0, 200500]],
  ['ubl-tc434-example4.xml', 'TOSL110', '2013-04-10', 'DKK', 3, THREE_LINES],
  ['ubl-tc434-example5.xml', 'TOSL110', '2013-04-10', 'DKK', 3, PREPAID_HALF],
];

if (samples === undefined) {
  console.log(`${EXPECTED.length} skipped: no samples`);
} else {
  describe('official examples', () => {
    for (const [file, number, day, currency, lines, sums] of EXPECTED) {
      test(file, () => {
        const invoice = readEInvoice(readFileSync(join(samples, 'einvoices', file)));
        deepEqual([invoice.number, invoice.issuedOn, invoice.currency, invoice.lines.length], [number, day, currency, lines]);
        const { lineTotal, allowanceTotal, chargeTotal, net, tax, gross, prepaid, rounding, payable } = invoice;
        deepEqual([lineTotal, allowanceTotal, chargeTotal, net, tax, gross, prepaid, rounding, payable], sums);
        equal(invoice.kind, file.includes('creditnote') ? 'credit-note' : 'invoice');
        equal(invoice.syntax, file.startsWith('CII') ? 'cii' : 'ubl');
      });
    }
  });
}
