import { modulo97 } from './modulo-97.ts';

/** Whether a text is an IBAN of Switzerland or Liechtenstein, without spaces, with the right check digits. */
export function isSwissIban(text: string): boolean {
  return /^(CH|LI)\d{7}[0-9A-Z]{12}$/.test(text) && modulo97(text.slice(4) + text.slice(0, 4)) === 1;
}

/** Whether an IBAN is a QR-IBAN: its institution lies from 30000 to 31999. Payments to one need a QR reference. */
export function isQrIban(iban: string): boolean {
  return /^3[01]\d{3}$/.test(iban.slice(4, 9));
}
