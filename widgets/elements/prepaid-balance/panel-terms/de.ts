import type { PanelTerms } from './terms.ts';

const terms: PanelTerms = {
  causes: {
    'top-up': 'Aufladung',
    'charge-back': 'Rückbelastung',
    payment: 'Zahlung',
    refund: 'Erstattung',
    withdrawal: 'Auszahlung',
    'debt-settlement': 'Schuld beglichen',
    'bank-transfer': 'Banküberweisung',
  },
  columns: { day: 'Datum', cause: 'Wofür', amount: 'Betrag', balance: 'Saldo' },
  showInvoice: (number) => `Rechnung ${number} anzeigen`,
  more: (_count, figure) => `Mehr anzeigen (${figure} frühere)`,
  noMovements: 'Es gibt noch keine Bewegungen. Sie erscheinen hier mit der ersten Aufladung.',

  close: 'Schliessen',
  cancel: 'Abbrechen',
  testCard: 'Testkarte',
  testCardNote: 'Dies ist eine Testkarte: Es fliesst kein echtes Geld. Wählen Sie, was sie tut.',
  cards: {
    approved: 'Sofort genehmigt',
    declined: 'Abgelehnt',
    late: 'Nach einer Weile genehmigt',
    'charged-back': 'Genehmigt, später zurückgeholt',
  },
  amount: 'Betrag',
  missing: 'Fehlender Betrag',
  bounds: (least, greatest) => `Von ${least} bis ${greatest}.`,
  tooLow: (least) => `Mindestens ${least}.`,
  tooHigh: (greatest) => `Höchstens ${greatest} auf einmal.`,
  noAmount: (example) => `Geben Sie einen Betrag wie ${example} ein.`,
  settlesOwed: (amount) => `${amount} davon begleichen, was geschuldet ist.`,

  paying: 'Wird bezahlt …',
  elsewhere: 'In einem anderen Fenster wird gerade eine Aufladung bezahlt. Warten Sie, bis sie abgeschlossen ist.',
  elsewhereDone: 'Das andere Fenster ist fertig. Prüfen Sie den Saldo, bevor Sie noch einmal aufladen.',
  offline: 'Sie sind offline. Eine Aufladung braucht eine Verbindung; es wurde nichts belastet.',
  refused: 'Die Aufladung wurde nicht angenommen. Es wurde nichts belastet.',
  unsure: 'Es ist nicht sicher, ob die Zahlung ankam. Ein neuer Versuch ist unbedenklich: Es wird nie zweimal belastet.',
  states: {
    pending: (amount) => `Die Zahlung von ${amount} ist unterwegs.`,
    declined: (amount) => `Die Karte wurde abgelehnt. ${amount} wurden nicht belastet.`,
    'charged-back': (amount) => `Die Zahlung von ${amount} wurde zurückgeholt.`,
  },
  pendingNote: 'Sie können dieses Fenster schliessen. Das Guthaben folgt, sobald das Geld da ist.',
  again: 'Ändern und erneut versuchen',
  done: 'Fertig',
};
export default terms;
