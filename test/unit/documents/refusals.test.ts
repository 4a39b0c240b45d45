import { equal, match, throws } from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EInvoiceError, type EInvoiceErrorCode } from '../../../server/documents/e-invoice-error.ts';
import { MAX_E_INVOICE_BYTES, readEInvoice } from '../../../server/documents/read-e-invoice.ts';
import { sampleInvoice } from '../../support/e-invoices/sample-invoice.ts';
import { toCii } from '../../support/e-invoices/to-cii.ts';
import { toUbl } from '../../support/e-invoices/to-ubl.ts';

const ubl = toUbl(sampleInvoice('ubl'));
const cii = toCii(sampleInvoice('cii'));

function refused(file: string | Uint8Array, code: EInvoiceErrorCode, reason = /./): EInvoiceError {
  let caught: unknown;
  throws(() => readEInvoice(typeof file === 'string' ? new TextEncoder().encode(file) : file), (error) => {
    caught = error;
    return error instanceof EInvoiceError;
  });
  const error = caught as EInvoiceError;
  equal(error.code, code, error.message);
  match(error.message, reason);
  return error;
}

/** A change that must change something, so that a test cannot pass on the untouched document. */
function changed(xml: string, from: string | RegExp, to: string): string {
  const result = xml.replace(from, to);
  if (result === xml) throw new Error(`${from} is not in the document`);
  return result;
}

describe('not a document that may be read', () => {
  const root = ubl.slice(ubl.indexOf('<Invoice'));
  const files: Record<string, readonly [string | Uint8Array, EInvoiceErrorCode]> = {
    'no bytes': ['', 'not-xml'],
    'plain text': ['Invoice 12', 'not-xml'],
    'a PDF': ['%PDF-1.7\n%\u00e2', 'not-xml'],
    'another root': ['<html><body/></html>', 'not-an-e-invoice'],
    'our root in no namespace': ['<Invoice/>', 'not-an-e-invoice'],
    'our root in an older namespace': ['<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-1"/>', 'not-an-e-invoice'],
    'an external DOCTYPE': [`<!DOCTYPE Invoice SYSTEM "http://127.0.0.1/x.dtd">${root}`, 'doctype'],
    'an empty DOCTYPE after a comment': [`<?xml version="1.0"?><!-- x --> <!DOCTYPE Invoice>${root}`, 'doctype'],
    'entities that grow': [`<!DOCTYPE Invoice [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${changed(root, 'Domain', '&b;')}`, 'doctype'],
    'an external entity': [`<!DOCTYPE Invoice [<!ENTITY a SYSTEM "file:///etc/passwd">]>${changed(root, 'Domain', '&a;')}`, 'doctype'],
    'a parameter entity': ['<!DOCTYPE Invoice [<!ENTITY % a SYSTEM "x"> %a;]><Invoice/>', 'doctype'],
    'a bare & in a name': [changed(ubl, '&amp;', '&'), 'not-well-formed'],
    'an entity nobody declared': [changed(ubl, 'Domain', '&nbsp;'), 'not-well-formed'],
    'a second root': [`${ubl}<more/>`, 'not-well-formed'],
    'text behind the root': [`${ubl}more`, 'not-well-formed'],
    'nested without end': ['<a>'.repeat(20_000), 'too-complex'],
    'attributes without end': [`<a ${Array.from({ length: 500_001 }, (_, index) => `a${index}=""`).join(' ')}/>`, 'too-complex'],
    'elements without end': [`<a>${'<b/>'.repeat(500_000)}</a>`, 'too-complex'],
    'one byte too many': [new Uint8Array(MAX_E_INVOICE_BYTES + 1), 'too-large'],
    'bytes that are not UTF-8': [Buffer.from(changed(ubl, 'Domain', 'Domäne'), 'latin1'), 'wrong-encoding'],
    'UTF-16 without a byte order mark': [Buffer.from(ubl, 'utf16le'), 'wrong-encoding'],
    'UTF-16 only by declaration': [changed(ubl, 'UTF-8', 'UTF-16'), 'wrong-encoding'],
    'UTF-16 cut in a character': [Buffer.from(`\uFEFF${root}`, 'utf16le').subarray(0, -1), 'wrong-encoding'],
    'a mark against the declaration': [`\uFEFF${changed(ubl, 'UTF-8', 'ISO-8859-1')}`, 'wrong-encoding'],
    'an encoding we do not read': [changed(ubl, 'UTF-8', 'windows-1252'), 'wrong-encoding'],
  };
  for (const [name, [file, code]] of Object.entries(files)) test(name, () => void refused(file, code));
});

describe('XML that is not well-formed', () => {
  const documents = [
    '<a x="1" x="2"/>', '<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2"/>', '<1a/>', '<a.+/>', '<a x=1/>', '<a x/>', '<a x="1"y="2"/>',
    '<a>a & b</a>', '<a x="a & b"/>', '<a>&amp</a>', '<a x="<"/>', '<a>]]></a>', '<a><!-- a -- b --></a>', '<a>\0</a>', '<a>\u0001</a>',
    '<a>&#0;</a>', '<a>&#1;</a>', '<a>&#x110000;</a>', '<a>&#xD800;</a>', '<a>\uFFFE</a>', '<p:a/>', '<a p:x="1"/>', '<a></b>', '<A></a>',
    '<a><?xml version="1.0"?></a>', ' <?xml version="1.0"?><a/>', '<?xml encoding="UTF-8"?><a/>', '<?xml version="9.9"?><a/>',
    '<a:b:c xmlns:a="u"/>', '<a><?XmL x?></a>', '<a / >', '<![CDATA[x]]><a/>', '<a xmlns:xml="u"/>', '<a xmlns:p=""/>', '</a>',
    '<?xml version="1.1"?><a>&#1;</a>',
  ];
  for (const xml of documents) test(JSON.stringify(xml), () => void refused(xml, 'not-well-formed'));
});

describe('fields', () => {
  const cases: Record<string, readonly [string, EInvoiceErrorCode, RegExp]> = {
    'no number': [changed(ubl, '<cbc:ID>F-2026/7</cbc:ID>', ''), 'missing-field', /cbc:ID.* ubl:Invoice \(line 2\)/],
    'an empty number': [changed(ubl, 'F-2026/7', ' '), 'missing-field', /cbc:ID/],
    'two numbers': [changed(ubl, '<cbc:ID>F-2026/7</cbc:ID>', '$&$&'), 'repeated-field', /cbc:ID \(line 2\)/],
    'an endless number': [changed(ubl, 'F-2026/7', 'F'.repeat(1001)), 'bad-value', /cbc:ID/],
    'no currency': [changed(cii, /<ram:InvoiceCurrencyCode>.*/, ''), 'missing-field', /ram:InvoiceCurrencyCode/],
    'a currency that is none': [changed(ubl, '>CHF<', '>CHX<'), 'unknown-currency', /"CHX"/],
    'no seller': [changed(ubl, 'cac:AccountingSupplierParty', 'cac:Nobody').replace('/cac:AccountingSupplierParty', '/cac:Nobody'), 'missing-field', /AccountingSupplierParty/],
    'no buyer name': [changed(cii, /<ram:Name>Café.*/, ''), 'missing-field', /ram:Name.*ram:BuyerTradeParty/],
    'no lines': [changed(ubl, /<cac:InvoiceLine>.*<\/cac:InvoiceLine>/s, ''), 'missing-field', /cac:InvoiceLine/],
    'a line without an amount': [changed(cii, /<ram:LineTotalAmount>118.52.*/, ''), 'missing-field', /ram:LineTotalAmount/],
    'no payable amount': [changed(cii, /<ram:DuePayableAmount>.*/, ''), 'missing-field', /ram:DuePayableAmount/],
    'two payable amounts': [changed(ubl, /<cbc:PayableAmount .*/, '$&$&'), 'repeated-field', /cbc:PayableAmount/],
    'an amount with markup': [changed(ubl, '>160.55<', '>160.5<b/>5<'), 'bad-value', /cbc:PayableAmount/],
    'another currency on an amount': [changed(ubl, 'currencyID="CHF">160.55', 'currencyID="EUR">160.55'), 'currency-mismatch', /PayableAmount.*"EUR".*CHF/],
    'another currency on a price': [changed(ubl, 'currencyID="CHF">9.8765', 'currencyID="EUR">9.8765'), 'currency-mismatch', /PriceAmount/],
    'the tax in another currency only': [changed(ubl, 'currencyID="CHF">13.36', 'currencyID="EUR">13.36'), 'currency-mismatch', /TaxAmount/],
    'a second tax total': [changed(ubl, /<cac:TaxTotal>.*<\/cac:TaxTotal>/s, '$&$&'), 'repeated-field', /second tax total in CHF/],
    'a day that is none': [changed(ubl, '2026-02-28', '2026-02-29'), 'bad-date', /cbc:IssueDate.*"2026-02-29"/],
    'a date of words': [changed(ubl, '2026-02-28', '28 February 2026'), 'bad-date', /cbc:IssueDate/],
    'another date format': [changed(cii, 'format="102">20260228', 'format="203">202602281200'), 'bad-date', /"203"/],
    'a type that is none': [changed(ubl, '>380<', '>bill<'), 'bad-value', /"bill"/],
    'a credit note that says invoice': [changed(ubl, '>380<', '>381<'), 'bad-value', /381/],
    'neither allowance nor charge': [changed(cii, '>false<', '>perhaps<'), 'bad-value', /"perhaps"/],
    'an untaxed allowance': [changed(cii, /<ram:CategoryTradeTax>.*?<\/ram:CategoryTradeTax>/s, ''), 'missing-field', /CategoryTradeTax/],
  };
  for (const [name, [xml, code, reason]] of Object.entries(cases)) test(name, () => void refused(xml, code, reason));

  const amounts = ['', '1e2', '1,50', "1'000.00", '1 000.00', '12-', '--1', '+-1', '.', '-', 'INF', 'NaN', '0x10', '١', '1.005', '9007199254740993', '1'.repeat(41)];
  for (const amount of amounts) {
    test(`the amount ${JSON.stringify(amount.slice(0, 20))}`, () => {
      refused(changed(ubl, '>160.55<', `>${amount}<`), 'bad-amount', /cbc:PayableAmount \(line \d+\)/);
    });
  }

  test('yen have no decimals', () => {
    refused(changed(toUbl({ ...sampleInvoice('ubl'), currency: 'JPY' }), '>16055<', '>16055.5<'), 'bad-amount', /16055\.5.*JPY/);
  });

  test('a message is one line and cannot be rewritten from inside the document', () => {
    const { message } = refused(changed(ubl, '>CHF<', `>C\u202E\u2028${'x'.repeat(90)}<`), 'unknown-currency');
    match(message, /^[^\u202E\u2028\n]{1,120}$/);
  });
});

describe('documents that contradict themselves', () => {
  const cases: Record<string, readonly [from: RegExp, to: string, rule: string, figures: RegExp]> = {
    'line total': [/(LineExtensionAmount currencyID="CHF"|LineTotalAmount)>188.52/, '$1>188.53', 'BR-CO-10', /188\.53 CHF.*188\.52 CHF/],
    'a line': [/>118.52</, '>118.51<', 'BR-CO-10', /188\.52 CHF.*188\.51 CHF/],
    'allowance total': [/(AllowanceTotalAmount[^>]*)>15.00/, '$1>15.01', 'BR-CO-11', /15\.01/],
    'charge total': [/(ChargeTotalAmount[^>]*)>5.00/, '$1>4.99', 'BR-CO-12', /4\.99/],
    'net': [/>178.52</, '>178.50<', 'BR-CO-13', /178\.50.*178\.52/],
    'tax total': [/>13.36</, '>13.37<', 'BR-CO-14', /13\.37.*13\.36/],
    'a tax': [/>12.84</, '>12.85<', 'BR-CO-14', /13\.36.*13\.37/],
    'gross': [/>191.88</, '>191.80<', 'BR-CO-15', /191\.80.*191\.88/],
    'payable': [/>160.55</, '>160.56<', 'BR-CO-16', /160\.56.*160\.55/],
    'prepaid': [/>31.31</, '>31.30<', 'BR-CO-16', /160\.55.*160\.56/],
    'rounding': [/>-0.02</, '>0.02<', 'BR-CO-16', /160\.55.*160\.59/],
    'rate': [/(Subtotal>.*?|BasisAmount>\s*<ram:CategoryCode>S<\/ram:CategoryCode>\s*<ram:RateApplicablePercent)>8.1</s, '$1>81<', 'BR-CO-17', /S 81 %/],
    'taxable': [/>158.52</, '>157.52<', 'BR-S-08', /157\.52.*158\.52/],
  };
  for (const [name, [from, to, rule, figures]] of Object.entries(cases)) {
    for (const [syntax, xml] of [['UBL', ubl], ['CII', cii]] as const) {
      test(`${name} in ${syntax}`, () => equal(refused(changed(xml, from, to), 'contradicts-totals', figures).rule, rule));
    }
  }

  test('a tax breakdown that forgets the lines of a rate', () => {
    const without = changed(ubl, /<cac:TaxSubtotal>(?:(?!<cac:TaxSubtotal>).)*>2\.6<.*?<\/cac:TaxSubtotal>/s, '')
      .replace('>13.36<', '>12.84<').replace('>191.88<', '>191.36<').replace('>160.55<', '>160.03<');
    equal(refused(without, 'contradicts-totals', /S 2\.6 %/).rule, 'BR-S-08');
  });

  test('tax where there is no rate', () => {
    const exempt = changed(ubl, /<cbc:ID>S<\/cbc:ID>\s*<cbc:Percent>2.6<\/cbc:Percent>/g, '<cbc:ID>E</cbc:ID>');
    equal(refused(exempt, 'contradicts-totals', /E 0 % 0\.52/).rule, 'BR-CO-17');
  });
});
