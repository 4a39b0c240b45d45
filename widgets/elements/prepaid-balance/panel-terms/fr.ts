import type { PanelTerms } from './terms.ts';

const terms: PanelTerms = {
  causes: {
    'top-up': 'Recharge',
    'charge-back': 'Rejet de paiement',
    payment: 'Paiement',
    refund: 'Remboursement',
    withdrawal: 'Retrait',
    'debt-settlement': 'Dette réglée',
    'bank-transfer': 'Virement bancaire',
  },
  columns: { day: 'Jour', cause: 'Motif', amount: 'Montant', balance: 'Solde' },
  showInvoice: (number) => `Afficher la facture ${number}`,
  more: (count, figure) => `Afficher plus (${figure} ${count > 1 ? 'antérieurs' : 'antérieur'})`,
  noMovements: 'Il n’y a pas encore de mouvements. Ils apparaîtront ici dès la première recharge.',

  close: 'Fermer',
  cancel: 'Annuler',
  testCard: 'Carte de test',
  testCardNote: 'Ceci est une carte de test : aucun argent réel ne circule. Choisissez son effet.',
  cards: {
    approved: 'Acceptée tout de suite',
    declined: 'Refusée',
    late: 'Acceptée après un moment',
    'charged-back': 'Acceptée, puis reprise',
  },
  amount: 'Montant',
  missing: 'Montant manquant',
  bounds: (least, greatest) => `De ${least} à ${greatest}.`,
  tooLow: (least) => `Au moins ${least}.`,
  tooHigh: (greatest) => `Au plus ${greatest} à la fois.`,
  noAmount: (example) => `Saisissez un montant, par exemple ${example}.`,
  settlesOwed: (amount) => `Dont ${amount} règlent ce qui est dû.`,

  paying: 'Paiement en cours…',
  elsewhere: 'Une recharge est en cours de paiement dans une autre fenêtre. Attendez qu’elle soit terminée.',
  elsewhereDone: 'L’autre fenêtre a terminé. Vérifiez le solde avant de recharger à nouveau.',
  offline: 'Vous êtes hors ligne. Une recharge demande une connexion ; rien n’a été débité.',
  refused: 'La recharge n’a pas été acceptée. Rien n’a été débité.',
  unsure: 'Il n’est pas certain que le paiement soit arrivé. Vous pouvez réessayer sans risque : il n’est jamais débité deux fois.',
  states: {
    pending: (amount) => `Le paiement de ${amount} est en cours.`,
    declined: (amount) => `La carte a été refusée. ${amount} n’ont pas été débités.`,
    'charged-back': (amount) => `Le paiement de ${amount} a été repris.`,
  },
  pendingNote: 'Vous pouvez fermer ce panneau. Le solde suivra dès l’arrivée de l’argent.',
  again: 'Modifier et réessayer',
  done: 'Terminé',
};
export default terms;
