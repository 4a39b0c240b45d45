/** Words of the button on the toolbar, as its title says them. Amounts, counts and times come as text. */
export interface ToolbarTerms {
  signedOut: string;
  available: (amount: string) => string;
  low: string;
  toPay: (count: number, shown: string) => string;
  overdue: (count: number, shown: string) => string;
  nothingToPay: string;
  asOf: (time: string) => string;
  noRight: string;
  /** The figures are too old to be shown. */
  outdated: (time: string) => string;
  /** There are none yet. */
  none: string;
}
