import type { ToolbarTerms } from './terms.ts';

const terms: ToolbarTerms = {
  signedOut: 'Not signed in',
  available: (amount) => `${amount} available`,
  low: 'The prepaid balance is low',
  toPay: (_count, shown) => `${shown} to pay`,
  overdue: (_count, shown) => `${shown} overdue`,
  nothingToPay: 'Nothing to pay',
  asOf: (time) => `As of ${time}`,
  noRight: 'Amounts are shown to people with the billing right',
  outdated: (time) => `Not refreshed since ${time}, so nothing is shown`,
  none: 'No figures yet',
};
export default terms;
