import type { PanelTerms } from './terms.ts';

const terms: PanelTerms = {
  causes: {
    'top-up': 'Top-up',
    'charge-back': 'Charged back',
    payment: 'Payment',
    refund: 'Refund',
    withdrawal: 'Withdrawal',
    'debt-settlement': 'Debt settled',
    'bank-transfer': 'Bank transfer',
  },
  columns: { day: 'Date', cause: 'What for', amount: 'Amount', balance: 'Balance' },
  showInvoice: (number) => `Show invoice ${number}`,
  more: (_count, figure) => `Show more (${figure} earlier)`,
  noMovements: 'There are no movements yet. They appear here with the first top-up.',

  close: 'Close',
  cancel: 'Cancel',
  testCard: 'Test card',
  testCardNote: 'This is a test card: no real money moves. Choose what it does.',
  cards: {
    approved: 'Approved at once',
    declined: 'Declined',
    late: 'Approved after a while',
    'charged-back': 'Approved, taken back later',
  },
  amount: 'Amount',
  missing: 'Missing amount',
  bounds: (least, greatest) => `From ${least} to ${greatest}.`,
  tooLow: (least) => `At least ${least}.`,
  tooHigh: (greatest) => `At most ${greatest} at a time.`,
  noAmount: (example) => `Enter an amount such as ${example}.`,
  settlesOwed: (amount) => `${amount} of it settles what is owed.`,

  paying: 'Paying…',
  elsewhere: 'A top-up is being paid in another window. Wait until it is done.',
  elsewhereDone: 'The other window is done. Look at the balance before you top up again.',
  offline: 'You are offline. A top-up needs a connection; nothing was charged.',
  refused: 'The top-up was not accepted. Nothing was charged.',
  unsure: 'It is not certain that the payment arrived. Trying again is safe: it is never charged twice.',
  states: {
    pending: (amount) => `The payment of ${amount} is under way.`,
    declined: (amount) => `The card was declined. ${amount} was not charged.`,
    'charged-back': (amount) => `The payment of ${amount} was taken back.`,
  },
  pendingNote: 'You may close this panel. The balance follows when the money arrives.',
  again: 'Change and try again',
  done: 'Done',
};
export default terms;
