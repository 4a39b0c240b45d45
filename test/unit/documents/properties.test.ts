import { deepEqual, equal, ok } from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { EInvoiceError } from '../../../server/documents/e-invoice-error.ts';
import type { EInvoice } from '../../../server/documents/e-invoice.ts';
import { readEInvoice } from '../../../server/documents/read-e-invoice.ts';
import { invoiceArbitrary } from '../../support/e-invoices/invoice-arbitrary.ts';
import { sampleInvoice } from '../../support/e-invoices/sample-invoice.ts';
import { toCii } from '../../support/e-invoices/to-cii.ts';
import { toUbl } from '../../support/e-invoices/to-ubl.ts';

const encode = (xml: string): Uint8Array => new TextEncoder().encode(xml);

/** The code of the refusal, or `undefined` where the file is read. Any other error fails the test. */
function refusal(bytes: Uint8Array): EInvoiceError | undefined {
  try {
    readEInvoice(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof EInvoiceError) return error;
    throw error;
  }
}

const TOTALS = {
  lineTotal: 'BR-CO-10', allowanceTotal: 'BR-CO-11', chargeTotal: 'BR-CO-12', net: 'BR-CO-13', tax: 'BR-CO-14',
  gross: 'BR-CO-15', prepaid: 'BR-CO-16', rounding: 'BR-CO-16', payable: 'BR-CO-16',
} as const;

for (const [syntax, write] of [['ubl', toUbl], ['cii', toCii]] as const) {
  describe(syntax, () => {
    test('what is written is read', () => {
      fc.assert(fc.property(invoiceArbitrary(syntax), (invoice) => deepEqual(readEInvoice(encode(write(invoice))), invoice)));
    });

    test('a total that is off is refused by its rule', () => {
      const change = fc.record({
        total: fc.constantFrom(...(Object.keys(TOTALS) as (keyof typeof TOTALS)[])),
        by: fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((by) => by !== 0),
      });
      fc.assert(fc.property(invoiceArbitrary(syntax), change, (invoice, { total, by }) => {
        const wrong: EInvoice = { ...invoice, [total]: invoice[total] + by };
        equal(refusal(encode(write(wrong)))?.rule, TOTALS[total]);
      }));
    });

    test('a line that is off is refused, by whatever amount', () => {
      fc.assert(fc.property(invoiceArbitrary(syntax), fc.integer({ min: 1, max: 1_000_000 }), (invoice, by) => {
        const [first, ...rest] = invoice.lines;
        ok(first);
        equal(refusal(encode(write({ ...invoice, lines: [{ ...first, net: first.net + by }, ...rest] })))?.rule, 'BR-CO-10');
      }));
    });

    test('cut at any byte it is cut short', () => {
      const bytes = encode(write(sampleInvoice(syntax)).trimEnd());
      for (let length = 0; length < bytes.length; length += 1) {
        const code = refusal(bytes.subarray(0, length))?.code ?? 'read';
        // Inside a character of two bytes, or before the first one, there is another reason that is as true.
        ok(code === 'cut-short' || code === 'wrong-encoding' || (code === 'not-xml' && length === 0), `${code} at ${length}`);
      }
    });

    test('changed bytes are read or refused, and nothing else', () => {
      const bytes = encode(write(sampleInvoice(syntax)));
      const change = fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.oneof(fc.nat({ max: 255 }), fc.constantFrom(...encode('<>&;"\'/!?-]9.'))));
      fc.assert(fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const other = bytes.slice();
        for (const [index, value] of changes) other[index] = value;
        refusal(other);
      }), { numRuns: 1000 });
    });
  });
}

test('random bytes are refused', () => {
  const prefixed = fc.tuple(fc.constantFrom('', '<', '<?xml ', '\uFEFF', '<!DOCTYPE ', '<a>&'), fc.uint8Array({ maxLength: 200 }));
  fc.assert(fc.property(prefixed, ([start, rest]) => ok(refusal(Buffer.concat([encode(start), rest])))), { numRuns: 1000 });
});
