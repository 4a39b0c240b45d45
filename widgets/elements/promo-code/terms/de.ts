import problem from '../../../terms/problem/de.ts';
import type { PromoCodeTerms } from './terms.ts';

const terms: PromoCodeTerms = {
  label: 'Promo-Code',
  method: 'Zahlungsmittel',
  methods: { prepaid: 'Guthaben', card: 'Karte', 'bank-transfer': 'Überweisung' },
  methodFirst: 'Wählen Sie zuerst das Zahlungsmittel: Davon hängt ab, welche Codes zählen.',
  several: 'Mehrere Codes: mit Leerschlag oder Komma trennen.',
  have: 'Haben Sie einen Promo-Code?',
  apply: 'Anwenden',
  tryOut: 'Nur ausprobieren',
  check: 'Prüfen',
  checkHint: 'Zeigt, was ein Code bietet und verlangt. Er wird dabei nicht verbraucht.',
  noOrder: 'Es gibt keine offene Bestellung. Sie können trotzdem prüfen, was ein Code bietet.',
  unapplied: 'Wenden Sie den Promo-Code an, oder leeren Sie sein Feld.',
  codes: 'Codes in dieser Bestellung',
  remove: (code) => `${code} entfernen`,
  totals: 'Summe der Bestellung',
  list: 'Nettopreis',
  discount: 'Rabatt',
  vat: (rate) => `MWST ${rate}`,
  total: 'Total',
  place: (amount) => `Bestellen · ${amount}`,
  noRight: 'Sie haben in dieser Organisation kein Recht auf die Abrechnung.',
  whoCanHelp: (names) => `Diese Personen können es Ihnen geben oder selbst bestellen: ${names}.`,
  problem,
};
export default terms;
