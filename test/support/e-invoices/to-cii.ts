import type { EInvoice, EInvoiceAdjustment, EInvoiceLine, EInvoiceParty, EInvoiceTax } from '../../../server/documents/e-invoice.ts';
import { decimalText } from '../../../shared/money/decimal-text.ts';
import { element, textElement } from './xml-text.ts';

const NAMESPACE = 'urn:un:unece:uncefact:data:standard:';

/**
 * Writes an invoice as a CrossIndustryInvoice of D16B as plainly as the reader's tests need it: what the object
 * says, right or wrong.
 */
export function toCii(invoice: EInvoice): string {
  const money = (name: string, amount: number | undefined): string =>
    amount === undefined ? '' : textElement(name, decimalText({ amount, currency: invoice.currency }));
  const deal = [
    ...invoice.lines.map((line) => element('ram:IncludedSupplyChainTradeLineItem', lineBody(line, money))),
    element('ram:ApplicableHeaderTradeAgreement', [
      element('ram:SellerTradeParty', party(invoice.seller)),
      element('ram:BuyerTradeParty', party(invoice.buyer)),
    ].join('')),
    element('ram:ApplicableHeaderTradeSettlement', settlement(invoice, money)),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('rsm:CrossIndustryInvoice', [
    element('rsm:ExchangedDocument', [
      textElement('ram:ID', invoice.number),
      textElement('ram:TypeCode', invoice.typeCode),
      element('ram:IssueDateTime', date(invoice.issuedOn)),
      invoice.note === undefined ? '' : element('ram:IncludedNote', textElement('ram:Content', invoice.note)),
    ].join('')),
    element('rsm:SupplyChainTradeTransaction', deal.join('')),
  ].join(''), {
    'xmlns:rsm': `${NAMESPACE}CrossIndustryInvoice:100`,
    'xmlns:ram': `${NAMESPACE}ReusableAggregateBusinessInformationEntity:100`,
    'xmlns:udt': `${NAMESPACE}UnqualifiedDataType:100`,
  })}`;
}

type Money = (name: string, amount: number | undefined) => string;

function date(iso: string): string {
  return textElement('udt:DateTimeString', iso.replaceAll('-', ''), { format: '102' });
}

function party({ name, vatId, address }: EInvoiceParty): string {
  const names = ['ram:LineOne', 'ram:LineTwo', 'ram:LineThree'];
  return [
    textElement('ram:Name', name),
    element('ram:PostalTradeAddress', [
      textElement('ram:PostcodeCode', address.postcode),
      ...names.map((line, index) => textElement(line, address.lines[index])),
      textElement('ram:CityName', address.town),
      textElement('ram:CountryID', address.country),
    ].join('')),
    vatId === undefined ? '' : element('ram:SpecifiedTaxRegistration', textElement('ram:ID', vatId, { schemeID: 'VA' })),
  ].join('');
}

/** Category O has no rate, and no other way to say so than to leave it out. */
function category(code: string, rate: string): string {
  return textElement('ram:CategoryCode', code) + (code === 'O' ? '' : textElement('ram:RateApplicablePercent', rate));
}

function adjustments(parent: EInvoice | EInvoiceLine, money: Money): string[] {
  const one = (charge: boolean) => ({ reason, amount, vatCategory, vatRate }: EInvoiceAdjustment): string =>
    element('ram:SpecifiedTradeAllowanceCharge', [
      element('ram:ChargeIndicator', textElement('udt:Indicator', String(charge))),
      money('ram:ActualAmount', amount),
      textElement('ram:Reason', reason),
      vatCategory === undefined ? '' : element('ram:CategoryTradeTax', category(vatCategory, vatRate ?? '0')),
    ].join(''));
  return [...parent.allowances.map(one(false)), ...parent.charges.map(one(true))];
}

function settlement(invoice: EInvoice, money: Money): string {
  const taxRow = ({ tax, taxable, ...row }: EInvoiceTax): string =>
    element('ram:ApplicableTradeTax', [
      money('ram:CalculatedAmount', tax),
      textElement('ram:TypeCode', 'VAT'),
      money('ram:BasisAmount', taxable),
      category(row.category, row.rate),
    ].join(''));
  return [
    textElement('ram:InvoiceCurrencyCode', invoice.currency),
    ...invoice.taxes.map(taxRow),
    ...adjustments(invoice, money),
    invoice.dueOn === undefined ? '' : element('ram:SpecifiedTradePaymentTerms', element('ram:DueDateDateTime', date(invoice.dueOn))),
    element('ram:SpecifiedTradeSettlementHeaderMonetarySummation', totals(invoice, money)),
  ].join('');
}

function totals(invoice: EInvoice, money: Money): string {
  const { currency, tax } = invoice;
  return [
    money('ram:LineTotalAmount', invoice.lineTotal),
    money('ram:ChargeTotalAmount', invoice.chargeTotal || undefined),
    money('ram:AllowanceTotalAmount', invoice.allowanceTotal || undefined),
    money('ram:TaxBasisTotalAmount', invoice.net),
    textElement('ram:TaxTotalAmount', decimalText({ amount: tax, currency }), { currencyID: currency }),
    money('ram:RoundingAmount', invoice.rounding || undefined),
    money('ram:GrandTotalAmount', invoice.gross),
    money('ram:TotalPrepaidAmount', invoice.prepaid || undefined),
    money('ram:DuePayableAmount', invoice.payable),
  ].join('');
}

function lineBody(line: EInvoiceLine, money: Money): string {
  const price = textElement('ram:ChargeAmount', line.unitPrice) + textElement('ram:BasisQuantity', line.priceBase);
  return [
    element('ram:AssociatedDocumentLineDocument', textElement('ram:LineID', line.id)),
    element('ram:SpecifiedTradeProduct', textElement('ram:Name', line.name) + textElement('ram:Description', line.description)),
    line.unitPrice === undefined ? '' : element('ram:SpecifiedLineTradeAgreement', element('ram:NetPriceProductTradePrice', price)),
    element('ram:SpecifiedLineTradeDelivery', textElement('ram:BilledQuantity', line.quantity, { unitCode: line.unit })),
    element('ram:SpecifiedLineTradeSettlement', [
      element('ram:ApplicableTradeTax', textElement('ram:TypeCode', 'VAT') + category(line.vatCategory, line.vatRate)),
      ...adjustments(line, money),
      element('ram:SpecifiedTradeSettlementLineMonetarySummation', money('ram:LineTotalAmount', line.net)),
    ].join('')),
  ].join('');
}
