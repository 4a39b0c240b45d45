import type { Currency } from '../../shared/money/money.ts';

/** Seller or buyer as the document names them. `country` is the ISO 3166-1 code that stands there. */
export interface EInvoiceParty {
  readonly name: string;
  readonly vatId?: string;
  readonly address: {
    readonly lines: readonly string[];
    readonly postcode?: string;
    readonly town?: string;
    readonly country?: string;
  };
}

/** An allowance (taken off) or a charge (added), in minor units; on the document it has its own tax category. */
export interface EInvoiceAdjustment {
  readonly amount: number;
  readonly reason?: string;
  readonly vatCategory?: string;
  readonly vatRate?: string;
}

/**
 * One invoice line. `quantity`, `unitPrice`, `priceBase` and `vatRate` are exact decimal text; `unitPrice` is the
 * price of `priceBase` units (of one, where it is left out) and may have more decimals than the currency.
 * `net` is in minor units, after the line's own allowances and charges.
 */
export interface EInvoiceLine {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice?: string;
  readonly priceBase?: string;
  readonly net: number;
  readonly vatCategory: string;
  readonly vatRate: string;
  readonly allowances: readonly EInvoiceAdjustment[];
  readonly charges: readonly EInvoiceAdjustment[];
}

/** One row of the tax breakdown (BG-23), in minor units; `rate` is a percentage as exact decimal text. */
export interface EInvoiceTax {
  readonly category: string;
  readonly rate: string;
  readonly taxable: number;
  readonly tax: number;
}

/** The document totals (BG-22) in minor units: BT-106 to BT-110 and BT-112 to BT-115. */
export interface EInvoiceTotals {
  readonly lineTotal: number;
  readonly allowanceTotal: number;
  readonly chargeTotal: number;
  readonly net: number;
  readonly tax: number;
  readonly gross: number;
  readonly prepaid: number;
  readonly rounding: number;
  readonly payable: number;
}

/**
 * An invoice of EN 16931, whatever its syntax. Amounts are minor units of `currency`, dates are `YYYY-MM-DD`,
 * `typeCode` is of UNTDID 1001. Totals agree with each other and with the lines: a document that contradicts
 * itself never becomes one of these. A credit note's amounts are positive, as in the document.
 */
export interface EInvoice extends EInvoiceTotals {
  readonly syntax: 'ubl' | 'cii';
  readonly kind: 'invoice' | 'credit-note';
  readonly typeCode: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly dueOn?: string;
  readonly currency: Currency;
  readonly seller: EInvoiceParty;
  readonly buyer: EInvoiceParty;
  readonly lines: readonly EInvoiceLine[];
  readonly allowances: readonly EInvoiceAdjustment[];
  readonly charges: readonly EInvoiceAdjustment[];
  readonly taxes: readonly EInvoiceTax[];
  readonly note?: string;
}
