import problem from '../../../terms/problem/it.ts';
import type { PrepaidBalanceTerms } from './terms.ts';

const terms: PrepaidBalanceTerms = {
  problem,
  label: 'Saldo prepagato',
  available: 'Disponibile',
  asOf: (age) => `Aggiornato: ${age}`,
  refresh: 'Aggiorna',
  low: (limit) => `Basso: meno di ${limit}`,
  owed: (amount) => `${amount} da saldare: la prossima ricarica li copre per primi`,
  parts: { purchased: 'Versato', free: 'Credito gratuito', reserved: 'Riservato', pending: 'In arrivo' },
  expires: (amount, day) => `Di cui ${amount} fino al ${day}`,

  trend: (days) => `Ultimi ${days} giorni`,
  lowest: 'Minimo',
  highest: 'Massimo',
  now: 'Adesso',

  coveredUntil: (day) => `Copre i rinnovi fino al ${day}`,
  coversAll: (day) => `Copre tutti i rinnovi fino al ${day}`,
  coversNothing: 'Non copre quanto è dovuto adesso',
  uncovered: (subject, amount, day) => `Poi ${subject} il ${day}: ${amount}`,
  shortfall: (amount) => `Mancano ${amount} per i prossimi due mesi`,
  nothingMissing: 'Non manca nulla per i prossimi due mesi',

  topUp: 'Ricarica',
  topUpWith: (amount) => `Ricarica ${amount}`,
  arrived: (amount) => `${amount} sono stati aggiunti al saldo.`,
  movements: 'Movimenti',

  noRight: 'Non hai il diritto di fatturazione in questa organizzazione.',
  whoCanHelp: (names) => `Queste persone possono dartelo o ricaricare: ${names}.`,
};
export default terms;
