import problem from '../../../terms/problem/de.ts';
import type { PrepaidBalanceTerms } from './terms.ts';

const terms: PrepaidBalanceTerms = {
  problem,
  label: 'Guthaben',
  available: 'Verfügbar',
  asOf: (age) => `Stand: ${age}`,
  refresh: 'Aktualisieren',
  low: (limit) => `Niedrig: unter ${limit}`,
  owed: (amount) => `${amount} geschuldet: Die nächste Aufladung begleicht das zuerst`,
  parts: { purchased: 'Einbezahlt', free: 'Gratisguthaben', reserved: 'Reserviert', pending: 'Unterwegs' },
  expires: (amount, day) => `Davon verfallen ${amount} am ${day}`,

  trend: (days) => `Letzte ${days} Tage`,
  lowest: 'Tiefstand',
  highest: 'Höchststand',
  now: 'Jetzt',

  coveredUntil: (day) => `Deckt Verlängerungen bis ${day}`,
  coversAll: (day) => `Deckt alle Verlängerungen bis ${day}`,
  coversNothing: 'Deckt nicht, was jetzt fällig ist',
  uncovered: (subject, amount, day) => `Danach ${subject} am ${day}: ${amount}`,
  shortfall: (amount) => `${amount} fehlen für die nächsten zwei Monate`,
  nothingMissing: 'Für die nächsten zwei Monate fehlt nichts',

  topUp: 'Aufladen',
  topUpWith: (amount) => `${amount} aufladen`,
  arrived: (amount) => `${amount} wurden dem Guthaben gutgeschrieben.`,
  movements: 'Bewegungen',

  noRight: 'Sie haben in dieser Organisation kein Recht auf die Abrechnung.',
  whoCanHelp: (names) => `Diese Personen können es Ihnen geben oder selbst aufladen: ${names}.`,
};
export default terms;
