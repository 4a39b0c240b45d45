import type { ToolbarTerms } from './terms.ts';

const terms: ToolbarTerms = {
  signedOut: 'Nicht angemeldet',
  available: (amount) => `${amount} verfügbar`,
  low: 'Das Guthaben ist knapp',
  toPay: (_count, shown) => `${shown} zu zahlen`,
  overdue: (_count, shown) => `${shown} überfällig`,
  nothingToPay: 'Nichts zu zahlen',
  asOf: (time) => `Stand: ${time}`,
  noRight: 'Beträge sehen Personen mit dem Rechnungsrecht',
  outdated: (time) => `Seit ${time} nicht aktualisiert, darum ohne Angabe`,
  none: 'Noch keine Angaben',
};
export default terms;
