import { parseAmount } from '../../shared/money/parse-amount.ts';

/**
 * A figure of a command: a whole number, or with a currency an amount in minor units.
 * @throws {RangeError}
 */
export function readFigure(name: string, text: string, currency?: string): number {
  const figure = currency === undefined ? (/^\d{1,10}$/.test(text) ? Number(text) : undefined) : readMoney(text, currency);
  if (figure === undefined) throw new RangeError(`--${name} ${text} is no ${currency === undefined ? 'whole number' : 'amount with its --currency'}.`);
  return figure;
}

function readMoney(text: string, currency: string): number | undefined {
  return /^[A-Z]{3}$/.test(currency) && /^\d+(\.\d+)?$/.test(text) ? parseAmount(text, currency, 'en') : undefined;
}
