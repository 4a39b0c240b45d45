/**
 * Remainder by 97 of a text of digits and capital letters, a letter standing for two digits (A = 10); what
 * ISO 7064 asks of IBANs (ISO 13616) and creditor references (ISO 11649).
 */
export function modulo97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}
