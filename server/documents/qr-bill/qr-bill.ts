import type { Money } from '../../../shared/money/money.ts';

/** A structured address, the only kind that a bill may have. */
export interface QrParty {
  readonly name: string;
  readonly street?: string;
  readonly buildingNumber?: string;
  readonly postcode: string;
  readonly town: string;
  /** ISO 3166-1 code of two letters. */
  readonly country: string;
}

/** What a Swiss QR-bill says. Account and reference are written without spaces. */
export interface QrBill {
  /** IBAN of Switzerland or Liechtenstein. */
  readonly account: string;
  readonly creditor: QrParty;
  readonly debtor: QrParty;
  /** Francs or euro. */
  readonly amount: Money;
  /** A QR reference where the account is a QR-IBAN, else a creditor reference of ISO 11649. */
  readonly reference: string;
  /** For people; 140 characters. */
  readonly message: string;
}
