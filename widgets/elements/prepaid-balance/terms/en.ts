import problem from '../../../terms/problem/en.ts';
import type { PrepaidBalanceTerms } from './terms.ts';

const terms: PrepaidBalanceTerms = {
  problem,
  label: 'Prepaid balance',
  available: 'Available',
  asOf: (age) => `As of ${age}`,
  refresh: 'Refresh',
  low: (limit) => `Low: below ${limit}`,
  owed: (amount) => `${amount} owed: the next top-up settles it first`,
  parts: { purchased: 'Paid in', free: 'Free credit', reserved: 'Reserved', pending: 'On the way' },
  expires: (amount, day) => `${amount} of it ends on ${day}`,

  trend: (days) => `Last ${days} days`,
  lowest: 'Lowest',
  highest: 'Highest',
  now: 'Now',

  coveredUntil: (day) => `Covers renewals until ${day}`,
  coversAll: (day) => `Covers all renewals until ${day}`,
  coversNothing: 'Does not cover what is due now',
  uncovered: (subject, amount, day) => `Then ${subject} on ${day}: ${amount}`,
  shortfall: (amount) => `${amount} is missing for the next two months`,
  nothingMissing: 'Nothing is missing for the next two months',

  topUp: 'Top up',
  topUpWith: (amount) => `Top up ${amount}`,
  arrived: (amount) => `${amount} has been added to the balance.`,
  movements: 'Movements',

  noRight: 'You do not have the billing right in this organisation.',
  whoCanHelp: (names) => `These people can give it to you or top up: ${names}.`,
};
export default terms;
