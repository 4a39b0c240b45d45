import { modulo97 } from './modulo-97.ts';

/** A creditor reference of ISO 11649 (`RF18539007547034`). @param body 1 to 21 digits and capital letters */
export function creditorReference(body: string): string {
  if (!/^[0-9A-Z]{1,21}$/.test(body)) throw new RangeError('A creditor reference has room for 21 digits and capital letters.');
  return `RF${String(98 - modulo97(`${body}RF00`)).padStart(2, '0')}${body}`;
}

/** Whether a text is a creditor reference of ISO 11649, without spaces, with the right check digits. */
export function isCreditorReference(text: string): boolean {
  // The check digits are 02 to 98, so that each reference is written in one way.
  return /^RF(0[2-9]|[1-8]\d|9[0-8])[0-9A-Z]{1,21}$/.test(text) && modulo97(text.slice(4) + text.slice(0, 4)) === 1;
}
