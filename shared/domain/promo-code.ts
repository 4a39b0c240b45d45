/**
 * A promo code as the list writes it: trimmed, upper case; 4 to 32 of A–Z, 0–9 and `-` (the design's
 * default). The letters are looked at before they are raised, since `ß` would become `SS`.
 * @returns undefined where the text is no code
 */
export function readPromoCode(text: string): string | undefined {
  const trimmed = text.trim();
  return /^[A-Za-z0-9-]{4,32}$/.test(trimmed) ? trimmed.toUpperCase() : undefined;
}

/** The parts of a text in which many codes may stand, split at white space, commas and semicolons; each as it was typed. */
export function splitPromoCodes(text: string): string[] {
  return text.split(/[\s,;]+/u).filter((part) => part !== '');
}
