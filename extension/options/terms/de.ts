import type { OptionsTerms } from './terms.ts';

const terms: OptionsTerms = {
  title: 'Einstellungen',
  gateway: 'Adresse des Gateways',
  gatewayHint: 'Dort melden Sie sich an. Diese Adresse nennt Ihnen Ihr Anbieter.',
  gatewayLater: 'Sie sind angemeldet. Eine andere Adresse gilt ab der nächsten Anmeldung.',
  gatewayInvalid: 'Geben Sie eine Adresse ein, die mit https:// beginnt, oder eine auf diesem Gerät.',
  badge: 'In der Symbolleiste',
  badgeBalance: 'Das verfügbare Guthaben',
  badgeDue: 'Wie viele Posten zu zahlen sind',
  lowBelow: 'Guthaben ist niedrig unter',
  lowBelowHint: 'Das Guthaben wird dann gekennzeichnet, im Fenster und in der Symbolleiste.',
  lowBelowInvalid: 'Geben Sie einen Betrag ab 0 ein.',
  language: 'Sprache',
  browserLanguage: 'Wie im Browser',
  shortcut: 'Tastenkürzel',
  shortcutHint: 'Öffnet Kontor. Ein anderes wählen Sie in den Erweiterungseinstellungen des Browsers.',
  saved: 'Gespeichert',
};
export default terms;
