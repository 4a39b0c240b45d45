import type { ToolbarTerms } from './terms.ts';

const terms: ToolbarTerms = {
  signedOut: 'Non connecté',
  available: (amount) => `${amount} disponibles`,
  low: 'Le solde prépayé est bas',
  toPay: (_count, shown) => `${shown} à payer`,
  overdue: (_count, shown) => `${shown} en retard`,
  nothingToPay: 'Rien à payer',
  asOf: (time) => `État : ${time}`,
  noRight: 'Les montants sont visibles avec le droit de facturation',
  outdated: (time) => `Sans mise à jour depuis ${time}, donc rien n’est affiché`,
  none: 'Pas encore de chiffres',
};
export default terms;
