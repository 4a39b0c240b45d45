import { creditorReference } from './creditor-reference.ts';
import { qrReference } from './qr-reference.ts';
import { isQrIban } from './swiss-iban.ts';

/**
 * The reference by which a payment finds its invoice: always the same for one id, and as good as unique,
 * since the random part of a UUIDv7 outlives the shortening. Its kind follows from the account.
 * @param id UUID of the invoice
 */
export function paymentReference(iban: string, id: string): string {
  const number = BigInt(`0x${id.replaceAll('-', '')}`);
  if (isQrIban(iban)) return qrReference(number % 10n ** 26n);
  return creditorReference((number % 36n ** 21n).toString(36).toUpperCase());
}
