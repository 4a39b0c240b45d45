import type { Currency } from './money.ts';

/** ISO 4217 currencies whose minor unit is not the hundredth (list of 2026-01-01). */
const EXCEPTIONS: Readonly<Record<string, number>> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0,
  RWF: 0, UGX: 0, UYI: 0, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0,
  BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3,
  CLF: 4, UYW: 4,
};

/**
 * Decimals of a currency's minor unit: 2 for CHF, 0 for JPY, 3 for BHD. `Intl` is not asked, because
 * its data follows everyday use and not ISO 4217 (it gives IQD no decimals at all).
 */
export function minorUnitDigits(currency: Currency): number {
  return EXCEPTIONS[currency] ?? 2;
}
