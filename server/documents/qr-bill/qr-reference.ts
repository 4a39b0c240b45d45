/** The carry table of the recursive modulo 10 (Swiss implementation guidelines, annex on check digits). */
const CARRY = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5] as const;
const BODY_DIGITS = 26;

/** A QR reference: the number filled with zeros to 26 digits, and its check digit. @throws {RangeError} beyond 26 digits */
export function qrReference(number: bigint): string {
  const body = String(number).padStart(BODY_DIGITS, '0');
  if (!/^\d{26}$/.test(body)) throw new RangeError('A QR reference has room for 26 digits.');
  return body + checkDigit(body);
}

/** Whether a text is a QR reference: 27 digits without spaces, not all zero, the last one the check digit. */
export function isQrReference(text: string): boolean {
  return /^\d{27}$/.test(text) && !/^0+$/.test(text) && checkDigit(text.slice(0, BODY_DIGITS)) === text.at(-1);
}

function checkDigit(digits: string): string {
  let carry = 0;
  for (const digit of digits) carry = CARRY[(carry + Number(digit)) % 10] ?? 0;
  return String((10 - carry) % 10);
}
