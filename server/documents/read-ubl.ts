import { pickTaxTotal, readCurrency, type DocumentCurrency } from './document-currency.ts';
import { readKind } from './document-kind.ts';
import type { EInvoice, EInvoiceLine, EInvoiceParty, EInvoiceTax, EInvoiceTotals } from './e-invoice.ts';
import { present } from './present.ts';
import { readAdjustments, type AdjustmentNames } from './read-adjustments.ts';
import { readAmount, readOptionalAmount, readPrice, readQuantity, readRate } from './read-amount.ts';
import { readXmlDate } from './read-date.ts';
import type { XmlElement } from './xml-element.ts';

const ADJUSTMENT: AdjustmentNames = {
  element: 'cac:AllowanceCharge',
  indicator: ['cbc:ChargeIndicator'],
  amount: 'cbc:Amount',
  reason: 'cbc:AllowanceChargeReason',
  category: ['cac:TaxCategory', 'cbc:ID'],
  rate: ['cac:TaxCategory', 'cbc:Percent'],
};

/** Reads an Invoice or CreditNote of UBL 2.1 as far as EN 16931 binds it. Its totals are not yet checked. */
export function readUbl(root: XmlElement): EInvoice {
  const isInvoice = root.name === 'ubl:Invoice';
  const type = isInvoice ? 'Invoice' : 'CreditNote';
  const currency = readCurrency(root, 'cbc:DocumentCurrencyCode');
  const note = root.all('cbc:Note').map((one) => one.raw()).join('\n') || undefined;
  return {
    syntax: 'ubl',
    ...readKind(root.need(`cbc:${type}TypeCode`), isInvoice ? 'invoice' : 'credit-note'),
    number: root.needText('cbc:ID'),
    issuedOn: readXmlDate(root.need('cbc:IssueDate')),
    currency: currency.code,
    seller: readParty(root.need('cac:AccountingSupplierParty', 'cac:Party')),
    buyer: readParty(root.need('cac:AccountingCustomerParty', 'cac:Party')),
    lines: readLines(root, isInvoice, currency),
    ...readAdjustments(root, ADJUSTMENT, currency, true),
    ...readTotals(root, currency),
    ...present({ dueOn: readDueDate(root), note }),
  };
}

/** A credit note of UBL 2.1 has its due date in the payment means only. */
function readDueDate(root: XmlElement): string | undefined {
  const means = root.all('cac:PaymentMeans').map((one) => one.one('cbc:PaymentDueDate'));
  const date = root.one('cbc:DueDate') ?? means.find((one) => one !== undefined);
  return date && readXmlDate(date);
}

function readParty(party: XmlElement): EInvoiceParty {
  const [legal] = party.all('cac:PartyLegalEntity');
  const [trade] = party.all('cac:PartyName');
  const tax = party.all('cac:PartyTaxScheme').find((one) => one.textAt('cac:TaxScheme', 'cbc:ID')?.toUpperCase() === 'VAT');
  const address = party.one('cac:PostalAddress');
  const name = legal?.textAt('cbc:RegistrationName') ?? trade?.textAt('cbc:Name');
  const lines = [
    address?.textAt('cbc:StreetName'),
    address?.textAt('cbc:AdditionalStreetName'),
    ...(address?.all('cac:AddressLine') ?? []).map((one) => one.textAt('cbc:Line')),
  ];
  return {
    name: name ?? party.needText('cac:PartyLegalEntity', 'cbc:RegistrationName'),
    address: {
      lines: lines.filter((line) => line !== undefined),
      ...present({
        postcode: address?.textAt('cbc:PostalZone'),
        town: address?.textAt('cbc:CityName'),
        country: address?.textAt('cac:Country', 'cbc:IdentificationCode'),
      }),
    },
    ...present({ vatId: tax?.textAt('cbc:CompanyID') }),
  };
}

function readLines(root: XmlElement, isInvoice: boolean, currency: DocumentCurrency): EInvoiceLine[] {
  const [element, quantity] = isInvoice
    ? ['cac:InvoiceLine', 'cbc:InvoicedQuantity']
    : ['cac:CreditNoteLine', 'cbc:CreditedQuantity'];
  // Asked for by path only to be refused where there is no line at all.
  if (root.all(element).length === 0) root.need(element);
  return root.all(element).map((line) => readLine(line, line.need(quantity), currency));
}

function readLine(line: XmlElement, quantity: XmlElement, currency: DocumentCurrency): EInvoiceLine {
  const item = line.need('cac:Item');
  const price = line.one('cac:Price', 'cbc:PriceAmount');
  const base = line.one('cac:Price', 'cbc:BaseQuantity');
  const category = item.need('cac:ClassifiedTaxCategory');
  return {
    id: line.needText('cbc:ID'),
    name: item.needText('cbc:Name'),
    quantity: readQuantity(quantity),
    unit: quantity.attributes.get('unitCode')?.trim() ?? '',
    net: readAmount(line.need('cbc:LineExtensionAmount'), currency),
    vatCategory: category.needText('cbc:ID'),
    vatRate: readRate(category.one('cbc:Percent')),
    ...readAdjustments(line, ADJUSTMENT, currency, false),
    ...present({
      description: item.all('cbc:Description').map((one) => one.raw()).join('\n') || undefined,
      unitPrice: price && readPrice(price, currency),
      priceBase: base && readQuantity(base),
    }),
  };
}

function readTotals(root: XmlElement, currency: DocumentCurrency): EInvoiceTotals & { taxes: EInvoiceTax[] } {
  const sums = root.need('cac:LegalMonetaryTotal');
  const needed = (name: string): number => readAmount(sums.need(name), currency);
  const optional = (name: string): number => readOptionalAmount(sums.one(name), currency);
  const taxTotals = root.all('cac:TaxTotal');
  const taxAmounts = taxTotals.map((one) => one.need('cbc:TaxAmount'));
  const tax = pickTaxTotal(taxAmounts, currency, root.textAt('cbc:TaxCurrencyCode'));
  const breakdown = tax && taxTotals[taxAmounts.indexOf(tax)];
  return {
    taxes: (breakdown?.all('cac:TaxSubtotal') ?? []).map((one) => readTax(one, currency)),
    lineTotal: needed('cbc:LineExtensionAmount'),
    allowanceTotal: optional('cbc:AllowanceTotalAmount'),
    chargeTotal: optional('cbc:ChargeTotalAmount'),
    net: needed('cbc:TaxExclusiveAmount'),
    tax: readOptionalAmount(tax, currency),
    gross: needed('cbc:TaxInclusiveAmount'),
    prepaid: optional('cbc:PrepaidAmount'),
    rounding: optional('cbc:PayableRoundingAmount'),
    payable: needed('cbc:PayableAmount'),
  };
}

function readTax(subtotal: XmlElement, currency: DocumentCurrency): EInvoiceTax {
  return {
    category: subtotal.needText('cac:TaxCategory', 'cbc:ID'),
    rate: readRate(subtotal.one('cac:TaxCategory', 'cbc:Percent')),
    taxable: readAmount(subtotal.need('cbc:TaxableAmount'), currency),
    tax: readAmount(subtotal.need('cbc:TaxAmount'), currency),
  };
}
