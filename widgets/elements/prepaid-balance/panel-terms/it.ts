import type { PanelTerms } from './terms.ts';

const terms: PanelTerms = {
  causes: {
    'top-up': 'Ricarica',
    'charge-back': 'Storno del pagamento',
    payment: 'Pagamento',
    refund: 'Rimborso',
    withdrawal: 'Prelievo',
    'debt-settlement': 'Debito saldato',
    'bank-transfer': 'Bonifico bancario',
  },
  columns: { day: 'Data', cause: 'Causale', amount: 'Importo', balance: 'Saldo' },
  showInvoice: (number) => `Mostra la fattura ${number}`,
  more: (count, figure) => `Mostra altri (${figure} ${count === 1 ? 'precedente' : 'precedenti'})`,
  noMovements: 'Non ci sono ancora movimenti. Compariranno qui con la prima ricarica.',

  close: 'Chiudi',
  cancel: 'Annulla',
  testCard: 'Carta di prova',
  testCardNote: 'Questa è una carta di prova: non si muove denaro vero. Scegli che cosa fa.',
  cards: {
    approved: 'Accettata subito',
    declined: 'Rifiutata',
    late: 'Accettata dopo un po’',
    'charged-back': 'Accettata, poi ripresa',
  },
  amount: 'Importo',
  missing: 'Importo mancante',
  bounds: (least, greatest) => `Da ${least} a ${greatest}.`,
  tooLow: (least) => `Almeno ${least}.`,
  tooHigh: (greatest) => `Al massimo ${greatest} alla volta.`,
  noAmount: (example) => `Inserisci un importo, per esempio ${example}.`,
  settlesOwed: (amount) => `Di cui ${amount} saldano quanto è dovuto.`,

  paying: 'Pagamento in corso…',
  elsewhere: 'Una ricarica è in corso in un’altra finestra. Attendi che sia conclusa.',
  elsewhereDone: 'L’altra finestra ha concluso. Controlla il saldo prima di ricaricare di nuovo.',
  offline: 'Sei offline. Una ricarica richiede una connessione; nulla è stato addebitato.',
  refused: 'La ricarica non è stata accettata. Nulla è stato addebitato.',
  unsure: 'Non è certo che il pagamento sia arrivato. Puoi riprovare senza rischi: non viene mai addebitato due volte.',
  states: {
    pending: (amount) => `Il pagamento di ${amount} è in corso.`,
    declined: (amount) => `La carta è stata rifiutata. ${amount} non sono stati addebitati.`,
    'charged-back': (amount) => `Il pagamento di ${amount} è stato ripreso.`,
  },
  pendingNote: 'Puoi chiudere questo pannello. Il saldo si aggiornerà all’arrivo del denaro.',
  again: 'Modifica e riprova',
  done: 'Fatto',
};
export default terms;
