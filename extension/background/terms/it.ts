import type { ToolbarTerms } from './terms.ts';

const rules = new Intl.PluralRules('it');
const one = (count: number): boolean => rules.select(count) === 'one';

const terms: ToolbarTerms = {
  signedOut: 'Non connesso',
  available: (amount) => `${amount} disponibili`,
  low: 'Il saldo prepagato è basso',
  toPay: (_count, shown) => `${shown} da pagare`,
  overdue: (count, shown) => `${shown} ${one(count) ? 'scaduta' : 'scadute'}`,
  nothingToPay: 'Niente da pagare',
  asOf: (time) => `Dati del ${time}`,
  noRight: 'Gli importi sono visibili con il diritto di fatturazione',
  outdated: (time) => `Non aggiornato dal ${time}, quindi non si mostra nulla`,
  none: 'Ancora nessun dato',
};
export default terms;
