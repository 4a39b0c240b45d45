import type { EInvoice, EInvoiceAdjustment, EInvoiceLine, EInvoiceParty, EInvoiceTax } from '../../../server/documents/e-invoice.ts';
import { decimalText } from '../../../shared/money/decimal-text.ts';
import { element, textElement } from './xml-text.ts';

const NAMESPACE = 'urn:oasis:names:specification:ubl:schema:xsd:';

/**
 * Writes an invoice as UBL 2.1 as plainly as the reader's tests need it: what the object says, right or wrong.
 */
export function toUbl(invoice: EInvoice): string {
  const root = invoice.kind === 'invoice' ? 'Invoice' : 'CreditNote';
  const money = amountWriter(invoice.currency);
  const body = [
    textElement('cbc:ID', invoice.number),
    textElement('cbc:IssueDate', invoice.issuedOn),
    root === 'Invoice' ? textElement('cbc:DueDate', invoice.dueOn) : '',
    textElement(`cbc:${root}TypeCode`, invoice.typeCode),
    textElement('cbc:Note', invoice.note),
    textElement('cbc:DocumentCurrencyCode', invoice.currency),
    element('cac:AccountingSupplierParty', party(invoice.seller)),
    element('cac:AccountingCustomerParty', party(invoice.buyer)),
    root === 'CreditNote' ? element('cac:PaymentMeans', textElement('cbc:PaymentDueDate', invoice.dueOn)) : '',
    ...adjustments(invoice, money),
    element('cac:TaxTotal', money('cbc:TaxAmount', invoice.tax) + invoice.taxes.map((row) => tax(row, money)).join('')),
    element('cac:LegalMonetaryTotal', totals(invoice, money)),
    ...invoice.lines.map((line) => element(`cac:${root}Line`, lineBody(line, root, money))),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, body.join(''), {
    xmlns: `${NAMESPACE}${root}-2`,
    'xmlns:cac': `${NAMESPACE}CommonAggregateComponents-2`,
    'xmlns:cbc': `${NAMESPACE}CommonBasicComponents-2`,
  })}`;
}

type Money = (name: string, amount: number | undefined) => string;

function amountWriter(currency: string): Money {
  return (name, amount) =>
    amount === undefined ? '' : textElement(name, decimalText({ amount, currency }), { currencyID: currency });
}

function party({ name, vatId, address }: EInvoiceParty): string {
  const [street, more, ...others] = address.lines;
  const scheme = element('cac:TaxScheme', textElement('cbc:ID', 'VAT'));
  return element('cac:Party', [
    element('cac:PostalAddress', [
      textElement('cbc:StreetName', street),
      textElement('cbc:AdditionalStreetName', more),
      textElement('cbc:CityName', address.town),
      textElement('cbc:PostalZone', address.postcode),
      ...others.map((line) => element('cac:AddressLine', textElement('cbc:Line', line))),
      element('cac:Country', textElement('cbc:IdentificationCode', address.country)),
    ].join('')),
    vatId === undefined ? '' : element('cac:PartyTaxScheme', textElement('cbc:CompanyID', vatId) + scheme),
    element('cac:PartyLegalEntity', textElement('cbc:RegistrationName', name)),
  ].join(''));
}

/** Category O has no rate, and no other way to say so than to leave it out. */
function category(name: string, code: string, rate: string): string {
  return element(name, [
    textElement('cbc:ID', code),
    code === 'O' ? '' : textElement('cbc:Percent', rate),
    element('cac:TaxScheme', textElement('cbc:ID', 'VAT')),
  ].join(''));
}

function adjustments(parent: EInvoice | EInvoiceLine, money: Money): string[] {
  const one = (charge: boolean) => ({ reason, amount, vatCategory, vatRate }: EInvoiceAdjustment): string =>
    element('cac:AllowanceCharge', [
      textElement('cbc:ChargeIndicator', String(charge)),
      textElement('cbc:AllowanceChargeReason', reason),
      money('cbc:Amount', amount),
      vatCategory === undefined ? '' : category('cac:TaxCategory', vatCategory, vatRate ?? '0'),
    ].join(''));
  return [...parent.allowances.map(one(false)), ...parent.charges.map(one(true))];
}

function tax(row: EInvoiceTax, money: Money): string {
  const amounts = money('cbc:TaxableAmount', row.taxable) + money('cbc:TaxAmount', row.tax);
  return element('cac:TaxSubtotal', amounts + category('cac:TaxCategory', row.category, row.rate));
}

function totals(invoice: EInvoice, money: Money): string {
  return [
    money('cbc:LineExtensionAmount', invoice.lineTotal),
    money('cbc:TaxExclusiveAmount', invoice.net),
    money('cbc:TaxInclusiveAmount', invoice.gross),
    money('cbc:AllowanceTotalAmount', invoice.allowanceTotal || undefined),
    money('cbc:ChargeTotalAmount', invoice.chargeTotal || undefined),
    money('cbc:PrepaidAmount', invoice.prepaid || undefined),
    money('cbc:PayableRoundingAmount', invoice.rounding || undefined),
    money('cbc:PayableAmount', invoice.payable),
  ].join('');
}

function lineBody(line: EInvoiceLine, root: string, money: Money): string {
  const currencyID = /currencyID="([^"]*)"/.exec(money('x', 0))?.[1] ?? '';
  return [
    textElement('cbc:ID', line.id),
    textElement(root === 'Invoice' ? 'cbc:InvoicedQuantity' : 'cbc:CreditedQuantity', line.quantity, { unitCode: line.unit }),
    money('cbc:LineExtensionAmount', line.net),
    ...adjustments(line, money),
    element('cac:Item', [
      textElement('cbc:Description', line.description),
      textElement('cbc:Name', line.name),
      category('cac:ClassifiedTaxCategory', line.vatCategory, line.vatRate),
    ].join('')),
    line.unitPrice === undefined
      ? ''
      : element('cac:Price', textElement('cbc:PriceAmount', line.unitPrice, { currencyID }) + textElement('cbc:BaseQuantity', line.priceBase)),
  ].join('');
}
