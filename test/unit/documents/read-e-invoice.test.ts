import { deepEqual, equal } from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { EInvoice } from '../../../server/documents/e-invoice.ts';
import { readEInvoice } from '../../../server/documents/read-e-invoice.ts';
import { sampleInvoice } from '../../support/e-invoices/sample-invoice.ts';
import { toCii } from '../../support/e-invoices/to-cii.ts';
import { toUbl } from '../../support/e-invoices/to-ubl.ts';
import { totalled } from '../../support/e-invoices/totalled.ts';

const read = (xml: string): EInvoice => readEInvoice(new TextEncoder().encode(xml));
const ubl = toUbl(sampleInvoice('ubl'));
const cii = toCii(sampleInvoice('cii'));

describe('what both syntaxes say', () => {
  test('UBL comes back whole', () => deepEqual(read(ubl), sampleInvoice('ubl')));
  test('CII comes back whole', () => deepEqual(read(cii), sampleInvoice('cii')));

  test('prefixes are free, in UBL and in CII', () => {
    deepEqual(read(ubl.replaceAll('cbc', 'x').replaceAll('cac', '_y-1.')), sampleInvoice('ubl'));
    deepEqual(read(cii.replaceAll('ram:', '').replace('xmlns:ram=', 'xmlns=')), sampleInvoice('cii'));
  });

  test('references, CDATA and comments resolve to the same text', () => {
    const other = ubl
      .replace('Müller &amp; Söhne AG', '<![CDATA[M]]>&#xfc;ller <![CDATA[&]]><!-- & --> S&#246;hne AG')
      .replace('>160.55<', '>1<!-- no separator -->6&#48;.55<');
    deepEqual(read(other), sampleInvoice('ubl'));
  });

  test('elements of other namespaces are left alone, even with names like ours', () => {
    const extension = '<e:Extensions xmlns:e="urn:other"><cbc:ID>other</cbc:ID><e:PayableAmount>1</e:PayableAmount></e:Extensions>';
    deepEqual(read(ubl.replace('<cbc:ID>F-2026/7', `${extension}$&`)), sampleInvoice('ubl'));
  });
});

describe('encodings', () => {
  const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
    const bytes = Buffer.from(`\uFEFF${text.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    return bigEndian ? bytes.swap16() : bytes;
  };
  const files: Record<string, Uint8Array> = {
    'UTF-8 with a byte order mark': Buffer.from(`\uFEFF${ubl}`),
    'UTF-8 without a declaration': Buffer.from(ubl.slice(ubl.indexOf('\n') + 1)),
    'UTF-16, little end first': utf16(ubl, false),
    'UTF-16, big end first': utf16(ubl, true),
    'ISO-8859-1': Buffer.from(ubl.replace('UTF-8', 'iso-8859-1'), 'latin1'),
  };
  for (const [name, bytes] of Object.entries(files)) {
    test(name, () => deepEqual(readEInvoice(bytes), sampleInvoice('ubl')));
  }
});

describe('what official documents also do', () => {
  test('the tax may stand there in a second currency', () => {
    const taxCurrency = ubl
      .replace('</cbc:DocumentCurrencyCode>', '$&<cbc:TaxCurrencyCode>EUR</cbc:TaxCurrencyCode>')
      .replace('<cac:TaxTotal>', '<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">99.99</cbc:TaxAmount></cac:TaxTotal>$&');
    deepEqual(read(taxCurrency), sampleInvoice('ubl'));
    const inCii = cii
      .replace('<ram:InvoiceCurrencyCode>', '<ram:TaxCurrencyCode>EUR</ram:TaxCurrencyCode>$&')
      .replace('<ram:TaxTotalAmount', '<ram:TaxTotalAmount currencyID="EUR">99.99</ram:TaxTotalAmount>$&');
    deepEqual(read(inCii), sampleInvoice('cii'));
  });

  test('without any tax the breakdown may be missing, and category O has no rate', () => {
    const { taxes: _, ...sample } = sampleInvoice('ubl');
    const untaxed = totalled({
      ...sample,
      lines: sample.lines.map((line) => Object.assign({}, line, { vatCategory: 'O', vatRate: '0' })),
      allowances: [],
      charges: [],
    });
    deepEqual(read(toUbl(untaxed)), untaxed);
    const bare = toUbl(untaxed).replace(/<cac:TaxTotal>.*<\/cac:TaxTotal>/s, '');
    deepEqual(read(bare), { ...untaxed, taxes: [] });
  });

  test('a negative invoice is read as it stands', () => {
    const sample = sampleInvoice('cii');
    const negative = totalled({ ...sample, lines: sample.lines.map((line) => Object.assign({}, line, { net: -line.net })) });
    equal(read(toCii(negative)).payable, negative.payable);
  });

  test('tax may be off by less than one unit of the currency (BR-CO-17), and so may what UBL taxes', () => {
    const off = ubl.replaceAll('>12.84<', '>13.83<').replace('>13.36<', '>14.35<').replace('>191.88<', '>192.87<');
    equal(read(off.replace('>160.55<', '>161.54<')).taxes[0]?.tax, 1383);
    equal(read(ubl.replace('>158.52<', '>158.53<')).taxes[0]?.taxable, 15853);
  });

  test('trailing zeros are no decimals, so yen may be written with them', () => {
    const yen = totalled({ ...sampleInvoice('cii'), currency: 'JPY' });
    const written = toCii(yen).replace(/(Amount[^>]*>-?\d+)</g, '$1.00<').replaceAll('>8.1<', '>8.10<');
    deepEqual(read(written).gross, yen.gross);
    equal(read(written).lines[0]?.vatRate, '8.1');
  });

  test('credit notes: by root in UBL, by type code in CII; a UBL one has its due date in the payment means', () => {
    for (const [syntax, write] of [['ubl', toUbl], ['cii', toCii]] as const) {
      const note = { ...sampleInvoice(syntax), kind: 'credit-note', typeCode: '381' } as const;
      deepEqual(read(write(note)), note);
    }
  });
});
