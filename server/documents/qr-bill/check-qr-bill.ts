import { COUNTRY_CODES } from './country-codes.ts';
import { isCreditorReference } from './creditor-reference.ts';
import type { QrBill, QrParty } from './qr-bill.ts';
import { QrBillError } from './qr-bill-error.ts';
import type { QrBillErrorCode } from './qr-bill-error.ts';
import { isQrReference } from './qr-reference.ts';
import { isQrIban, isSwissIban } from './swiss-iban.ts';

/**
 * What the guidelines permit since version 2.3: Latin letters up to Latin Extended-A, the four Romanian
 * letters with a comma, the euro sign. No control character is among them, so no field can begin a line.
 * The space that does not break and the hyphen that does not show are left out: print could not tell them.
 */
const PERMITTED = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u017f\u0218-\u021b\u20ac]*$/;
const LENGTHS = { name: 70, street: 70, buildingNumber: 16, postcode: 16, town: 35 } as const;
const MESSAGE_LENGTH = 140;
/** 999,999,999.99 in minor units. */
const MOST = 99_999_999_999;

/**
 * Holds a bill against the Swiss implementation guidelines for the QR-bill (version 2.3), field by field.
 * The library that draws it lets illegal ones pass, which banks would then refuse or, worse, misread.
 * @throws {QrBillError} for the first fault
 */
export function checkQrBill(bill: QrBill): void {
  const { account, reference, amount, message } = bill;
  demand(isSwissIban(account), 'bad-account', 'The account is no IBAN of Switzerland or Liechtenstein.');
  checkReference(account, reference);
  demand(amount.currency === 'CHF' || amount.currency === 'EUR', 'bad-currency', 'A bill is in francs or in euro.');
  demand(
    Number.isInteger(amount.amount) && amount.amount >= 1 && amount.amount <= MOST,
    'bad-amount', 'The amount of a bill is from 0.01 to 999,999,999.99.',
  );
  checkParty('creditor', bill.creditor);
  checkParty('debtor', bill.debtor);
  checkText('message', message, MESSAGE_LENGTH);
}

function checkReference(account: string, reference: string): void {
  const forQr = isQrReference(reference);
  demand(forQr || isCreditorReference(reference), 'bad-reference', 'The reference is neither a QR nor a creditor reference.');
  demand(forQr === isQrIban(account), 'reference-mismatch', 'A QR-IBAN goes with a QR reference, and no other account does.');
}

function checkParty(role: string, party: QrParty): void {
  const { name, street, buildingNumber, postcode, town, country } = party;
  for (const [field, value] of Object.entries({ name, postcode, town })) {
    demand(value.trim() !== '', 'missing-field', `The ${role} has no ${field}.`);
  }
  for (const [field, value = ''] of Object.entries({ name, street, buildingNumber, postcode, town })) {
    checkText(`${field} of the ${role}`, value, LENGTHS[field as keyof typeof LENGTHS]);
  }
  demand(buildingNumber === undefined || Boolean(street), 'missing-field', `The ${role} has a building number and no street.`);
  demand(COUNTRY_CODES.has(country), 'bad-country', `The country of the ${role} is no code of ISO 3166-1.`);
}

function checkText(field: string, text: string, most: number): void {
  demand(text.length <= most, 'too-long', `The ${field} has more than ${most} characters.`);
  demand(PERMITTED.test(text), 'bad-character', `The ${field} has a character that a bill may not carry.`);
  demand(text === text.trim(), 'bad-character', `The ${field} begins or ends with a space.`);
}

function demand(holds: boolean, code: QrBillErrorCode, message: string): void {
  if (!holds) throw new QrBillError(code, message);
}
