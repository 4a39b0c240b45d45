import { pickTaxTotal, readCurrency, type DocumentCurrency } from './document-currency.ts';
import { readKind } from './document-kind.ts';
import type { EInvoice, EInvoiceLine, EInvoiceParty, EInvoiceTax, EInvoiceTotals } from './e-invoice.ts';
import { present } from './present.ts';
import { readAdjustments, type AdjustmentNames } from './read-adjustments.ts';
import { readAmount, readOptionalAmount, readPrice, readQuantity, readRate } from './read-amount.ts';
import { readDate102 } from './read-date.ts';
import type { XmlElement } from './xml-element.ts';

const ADJUSTMENT: AdjustmentNames = {
  element: 'ram:SpecifiedTradeAllowanceCharge',
  indicator: ['ram:ChargeIndicator', 'udt:Indicator'],
  amount: 'ram:ActualAmount',
  reason: 'ram:Reason',
  category: ['ram:CategoryTradeTax', 'ram:CategoryCode'],
  rate: ['ram:CategoryTradeTax', 'ram:RateApplicablePercent'],
};

/** Reads a CrossIndustryInvoice of UN/CEFACT (D16B) as far as EN 16931 binds it. Its totals are not yet checked. */
export function readCii(root: XmlElement): EInvoice {
  const header = root.need('rsm:ExchangedDocument');
  const deal = root.need('rsm:SupplyChainTradeTransaction');
  const agreement = deal.need('ram:ApplicableHeaderTradeAgreement');
  const settlement = deal.need('ram:ApplicableHeaderTradeSettlement');
  const currency = readCurrency(settlement, 'ram:InvoiceCurrencyCode');
  const notes = header.all('ram:IncludedNote').flatMap((one) => one.all('ram:Content'));
  return {
    syntax: 'cii',
    ...readKind(header.need('ram:TypeCode')),
    number: header.needText('ram:ID'),
    issuedOn: readDate102(header.need('ram:IssueDateTime', 'udt:DateTimeString')),
    currency: currency.code,
    seller: readParty(agreement.need('ram:SellerTradeParty')),
    buyer: readParty(agreement.need('ram:BuyerTradeParty')),
    lines: readLines(deal, currency),
    ...readAdjustments(settlement, ADJUSTMENT, currency, true),
    ...readTotals(settlement, currency),
    ...present({ dueOn: readDueDate(settlement), note: notes.map((one) => one.raw()).join('\n') || undefined }),
  };
}

function readDueDate(settlement: XmlElement): string | undefined {
  const dates = settlement
    .all('ram:SpecifiedTradePaymentTerms')
    .map((terms) => terms.one('ram:DueDateDateTime', 'udt:DateTimeString'));
  const date = dates.find((one) => one !== undefined);
  return date && readDate102(date);
}

function readParty(party: XmlElement): EInvoiceParty {
  const address = party.one('ram:PostalTradeAddress');
  const vatId = party
    .all('ram:SpecifiedTaxRegistration')
    .flatMap((one) => one.all('ram:ID'))
    .find((id) => id.attributes.get('schemeID')?.trim() === 'VA');
  const lines = ['ram:LineOne', 'ram:LineTwo', 'ram:LineThree'].map((name) => address?.textAt(name));
  return {
    name: party.needText('ram:Name'),
    address: {
      lines: lines.filter((line) => line !== undefined),
      ...present({
        postcode: address?.textAt('ram:PostcodeCode'),
        town: address?.textAt('ram:CityName'),
        country: address?.textAt('ram:CountryID'),
      }),
    },
    ...present({ vatId: vatId?.textAt() }),
  };
}

function readLines(deal: XmlElement, currency: DocumentCurrency): EInvoiceLine[] {
  const lines = deal.all('ram:IncludedSupplyChainTradeLineItem');
  // Asked for by path only to be refused where there is no line at all.
  if (lines.length === 0) deal.need('ram:IncludedSupplyChainTradeLineItem');
  return lines.map((line) => readLine(line, currency));
}

function readLine(line: XmlElement, currency: DocumentCurrency): EInvoiceLine {
  const product = line.need('ram:SpecifiedTradeProduct');
  const settlement = line.need('ram:SpecifiedLineTradeSettlement');
  const quantity = line.need('ram:SpecifiedLineTradeDelivery', 'ram:BilledQuantity');
  const price = line.one('ram:SpecifiedLineTradeAgreement', 'ram:NetPriceProductTradePrice');
  const amount = price?.one('ram:ChargeAmount');
  const base = price?.one('ram:BasisQuantity');
  const tax = settlement.need('ram:ApplicableTradeTax');
  const sums = settlement.need('ram:SpecifiedTradeSettlementLineMonetarySummation');
  return {
    id: line.needText('ram:AssociatedDocumentLineDocument', 'ram:LineID'),
    name: product.needText('ram:Name'),
    quantity: readQuantity(quantity),
    unit: quantity.attributes.get('unitCode')?.trim() ?? '',
    net: readAmount(sums.need('ram:LineTotalAmount'), currency),
    vatCategory: tax.needText('ram:CategoryCode'),
    vatRate: readRate(tax.one('ram:RateApplicablePercent')),
    ...readAdjustments(settlement, ADJUSTMENT, currency, false),
    ...present({
      description: product.one('ram:Description')?.raw() || undefined,
      unitPrice: amount && readPrice(amount, currency),
      priceBase: base && readQuantity(base),
    }),
  };
}

function readTotals(settlement: XmlElement, currency: DocumentCurrency): EInvoiceTotals & { taxes: EInvoiceTax[] } {
  const sums = settlement.need('ram:SpecifiedTradeSettlementHeaderMonetarySummation');
  const needed = (name: string): number => readAmount(sums.need(name), currency);
  const optional = (name: string): number => readOptionalAmount(sums.one(name), currency);
  const tax = pickTaxTotal(sums.all('ram:TaxTotalAmount'), currency, settlement.textAt('ram:TaxCurrencyCode'));
  return {
    taxes: settlement.all('ram:ApplicableTradeTax').map((one) => readTax(one, currency)),
    lineTotal: needed('ram:LineTotalAmount'),
    allowanceTotal: optional('ram:AllowanceTotalAmount'),
    chargeTotal: optional('ram:ChargeTotalAmount'),
    net: needed('ram:TaxBasisTotalAmount'),
    tax: readOptionalAmount(tax, currency),
    gross: needed('ram:GrandTotalAmount'),
    prepaid: optional('ram:TotalPrepaidAmount'),
    rounding: optional('ram:RoundingAmount'),
    payable: needed('ram:DuePayableAmount'),
  };
}

function readTax(row: XmlElement, currency: DocumentCurrency): EInvoiceTax {
  return {
    category: row.needText('ram:CategoryCode'),
    rate: readRate(row.one('ram:RateApplicablePercent')),
    taxable: readAmount(row.need('ram:BasisAmount'), currency),
    tax: readAmount(row.need('ram:CalculatedAmount'), currency),
  };
}
