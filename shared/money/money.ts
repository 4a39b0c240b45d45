/** ISO 4217 code, three capital letters. */
export type Currency = string;

/**
 * An amount of money: a whole number of the currency's minor units (cents, rappen; yen have none).
 * There is no float anywhere, and no arithmetic over two currencies.
 */
export interface Money {
  readonly amount: number;
  readonly currency: Currency;
}
