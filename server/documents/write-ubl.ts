import type { Invoice } from '@e-invoice-eu/core';
import { decimalText } from '../../shared/money/decimal-text.ts';
import { EInvoiceError } from './e-invoice-error.ts';
import type { EInvoice, EInvoiceAdjustment, EInvoiceLine, EInvoiceParty, EInvoiceTax } from './e-invoice.ts';
import { present } from './present.ts';
import { readEInvoice } from './read-e-invoice.ts';

/** An element of the library's input: names of UBL, `name@attribute` for attributes, lists for what repeats. */
interface Fields {
  readonly [name: string]: Value;
}
type Value = string | Fields | readonly Value[];

/** Why a category has no tax; EN 16931 wants a reason for each of these (BR-E-10 and its like). */
const EXEMPTIONS: Readonly<Record<string, string>> = {
  E: 'Exempt from VAT',
  O: 'Not subject to VAT',
  AE: 'Reverse charge',
  K: 'Intra-community supply',
  G: 'Export outside the EU',
};

const VAT: Fields = { 'cac:TaxScheme': { 'cbc:ID': 'VAT' } };

/**
 * Writes one of our own invoices as UBL 2.1 of EN 16931. Parties need a country and lines a unit price, or
 * `EInvoiceError` says which is missing. A credit note goes without its due date, as the library has no place for it.
 * What is written has been read back, so a document that contradicts itself is never handed out.
 */
export async function writeUbl(invoice: EInvoice): Promise<string> {
  // Loaded when first needed: the library takes half a second and 60 MB, and most starts write no e-invoice.
  const { FormatFactoryService } = await import('@e-invoice-eu/core');
  // Not through the library's InvoiceService: it demands electronic addresses of the Peppol network, EN 16931 does not.
  const format = new FormatFactoryService().createFormatService('UBL', console);
  const document = { 'ubl:Invoice': withAmpersands(writeInvoice(invoice)) } as unknown as Invoice;
  format.fillInvoiceDefaults(document);
  const xml = String(await format.generate(document, { format: 'UBL', lang: 'en' }));
  readEInvoice(new TextEncoder().encode(xml));
  return xml;
}

/**
 * The library's writer first resolves references in the text it is given, then writes what looks like one (`R&D;`)
 * as it is. Escaping twice passes both: it resolves once and leaves the reference that remains.
 */
function withAmpersands(value: Value): Value {
  if (typeof value === 'string') return value.replaceAll('&', '&amp;amp;');
  if (isList(value)) return value.map(withAmpersands);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withAmpersands(one)]));
}

/** `Array.isArray` does not tell a read-only list from an object to TypeScript. */
function isList(value: Fields | readonly Value[]): value is readonly Value[] {
  return Array.isArray(value);
}

function writeInvoice(invoice: EInvoice): Fields {
  const { currency } = invoice;
  const adjustments = writeAdjustments(invoice, currency);
  return {
    'cbc:ID': invoice.number,
    'cbc:IssueDate': invoice.issuedOn,
    'cbc:InvoiceTypeCode': invoice.typeCode,
    'cbc:DocumentCurrencyCode': currency,
    'cac:AccountingSupplierParty': { 'cac:Party': writeParty(invoice.seller, 'seller') },
    'cac:AccountingCustomerParty': { 'cac:Party': writeParty(invoice.buyer, 'buyer') },
    'cac:TaxTotal': [
      { ...money('cbc:TaxAmount', invoice.tax, currency), 'cac:TaxSubtotal': invoice.taxes.map((row) => writeTax(row, currency)) },
    ],
    'cac:LegalMonetaryTotal': writeTotals(invoice),
    'cac:InvoiceLine': invoice.lines.map((line) => writeLine(line, currency)),
    ...(adjustments.length > 0 && { 'cac:AllowanceCharge': adjustments }),
    ...present({ 'cbc:DueDate': invoice.dueOn, 'cbc:Note': invoice.note === undefined ? undefined : [invoice.note] }),
  };
}

function money(name: string, amount: number, currency: string): Fields {
  return { [name]: decimalText({ amount, currency }), [`${name}@currencyID`]: currency };
}

function needed<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new EInvoiceError('missing-field', `An e-invoice needs ${what}.`);
  return value;
}

function writeParty({ name, vatId, address }: EInvoiceParty, role: 'seller' | 'buyer'): Fields {
  const [street, more, ...others] = address.lines;
  const scheme = { 'cbc:CompanyID': vatId ?? '', ...VAT };
  return {
    'cac:PostalAddress': {
      'cac:Country': { 'cbc:IdentificationCode': needed(address.country, `the country of the ${role}`) },
      ...present({
        'cbc:StreetName': street,
        'cbc:AdditionalStreetName': more,
        'cbc:CityName': address.town,
        'cbc:PostalZone': address.postcode,
        // There is room for three lines.
        'cac:AddressLine': others.length === 0 ? undefined : { 'cbc:Line': others.join(', ') },
      }),
    },
    // The library wants a list here of the seller and one of the buyer, and drops the other without a word.
    ...(vatId !== undefined && { 'cac:PartyTaxScheme': role === 'seller' ? [scheme] : scheme }),
    'cac:PartyLegalEntity': { 'cbc:RegistrationName': name },
  };
}

/** Category O has no rate, not even 0. */
function writeCategory(category: string, rate: string): Fields {
  return { 'cbc:ID': category, ...(category !== 'O' && { 'cbc:Percent': rate }), ...VAT };
}

function writeAdjustments(parent: EInvoice | EInvoiceLine, currency: string): Fields[] {
  const write = ({ amount, reason, vatCategory, vatRate }: EInvoiceAdjustment, charge: boolean): Fields => ({
    'cbc:ChargeIndicator': String(charge),
    ...money('cbc:Amount', amount, currency),
    ...present({ 'cbc:AllowanceChargeReason': reason }),
    ...(vatCategory !== undefined && { 'cac:TaxCategory': writeCategory(vatCategory, vatRate ?? '0') }),
  });
  return [...parent.allowances.map((one) => write(one, false)), ...parent.charges.map((one) => write(one, true))];
}

function writeTax({ category, rate, taxable, tax }: EInvoiceTax, currency: string): Fields {
  return {
    ...money('cbc:TaxableAmount', taxable, currency),
    ...money('cbc:TaxAmount', tax, currency),
    'cac:TaxCategory': { ...writeCategory(category, rate), ...present({ 'cbc:TaxExemptionReason': EXEMPTIONS[category] }) },
  };
}

function writeTotals(invoice: EInvoice): Fields {
  const { currency, allowances, charges, prepaid, rounding } = invoice;
  return {
    ...money('cbc:LineExtensionAmount', invoice.lineTotal, currency),
    ...money('cbc:TaxExclusiveAmount', invoice.net, currency),
    ...money('cbc:TaxInclusiveAmount', invoice.gross, currency),
    ...(allowances.length > 0 && money('cbc:AllowanceTotalAmount', invoice.allowanceTotal, currency)),
    ...(charges.length > 0 && money('cbc:ChargeTotalAmount', invoice.chargeTotal, currency)),
    ...(prepaid !== 0 && money('cbc:PrepaidAmount', prepaid, currency)),
    ...(rounding !== 0 && money('cbc:PayableRoundingAmount', rounding, currency)),
    ...money('cbc:PayableAmount', invoice.payable, currency),
  };
}

function writeLine(line: EInvoiceLine, currency: string): Fields {
  const adjustments = writeAdjustments(line, currency);
  const price = needed(line.unitPrice, `the unit price of line ${line.id}`);
  return {
    'cbc:ID': line.id,
    'cbc:InvoicedQuantity': line.quantity,
    'cbc:InvoicedQuantity@unitCode': line.unit,
    ...money('cbc:LineExtensionAmount', line.net, currency),
    ...(adjustments.length > 0 && { 'cac:AllowanceCharge': adjustments }),
    'cac:Item': {
      'cbc:Name': line.name,
      ...present({ 'cbc:Description': line.description }),
      'cac:ClassifiedTaxCategory': writeCategory(line.vatCategory, line.vatRate),
    },
    'cac:Price': { 'cbc:PriceAmount': price, 'cbc:PriceAmount@currencyID': currency, ...present({ 'cbc:BaseQuantity': line.priceBase }) },
  };
}
