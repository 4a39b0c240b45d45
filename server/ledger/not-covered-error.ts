/** The account that a transfer takes from does not hold the amount. Nothing was moved. */
export class NotCoveredError extends Error {
  override readonly name = 'NotCoveredError';
  /** What is there, in minor units. */
  readonly available: number;

  constructor(available: number) {
    super('The account does not hold the amount.');
    this.available = available;
  }
}
