import problem from '../../../widgets/terms/problem/de.ts';
import type { PopupTerms } from './terms.ts';

const terms: PopupTerms = {
  problem,
  search: 'Organisation wechseln',
  sections: 'Bereiche',
  overview: 'Übersicht',
  invoices: 'Rechnungen',
  promoCode: 'Promo-Code',
  due: {
    title: 'Zu zahlen',
    count: (_count, shown) => `${shown} Posten`,
    overdue: (_count, shown) => `${shown} überfällig`,
    late: 'Überfällig',
    none: (day) => `Bis ${day} ist nichts zu zahlen.`,
  },
  line: {
    offline: 'Offline',
    unreachable: 'Gateway nicht erreichbar',
    ended: 'Sitzung beendet',
    asOf: (age) => `Stand: ${age}`,
  },
  settings: 'Einstellungen',
  signOut: 'Abmelden',
  signOutQuestion: 'Abmelden?',
  signOutNote: 'Alles, was auf diesem Gerät liegt, wird gelöscht: Beträge, Listen und Schlüssel.',
  cancel: 'Abbrechen',
  signIn: {
    lead: 'Ihre Organisationen, Ihr Guthaben und Ihre Rechnungen, einen Tastendruck entfernt.',
    gateway: 'Adresse des Gateways',
    gatewayHint: 'Diese Adresse nennt Ihnen Ihr Anbieter.',
    gatewayInvalid: 'Geben Sie eine Adresse ein, die mit https:// beginnt, oder eine auf diesem Gerät.',
    act: 'Anmelden',
    open: 'Anmeldung läuft …',
    openLead: (gateway) => `Melden Sie sich bei ${gateway} im Fenster an, das sich geöffnet hat.`,
    failures: {
      offline: 'Sie sind offline. Melden Sie sich an, sobald Sie wieder verbunden sind.',
      unreachable: 'Das Gateway ist nicht erreichbar. Prüfen Sie die Adresse oder versuchen Sie es später.',
      noGateway: 'Unter dieser Adresse antwortet kein Kontor-Gateway. Prüfen Sie die Adresse.',
      refused: 'Das Gateway hat die Anmeldung abgelehnt. Bitte versuchen Sie es erneut.',
      windowOpen: 'Das Fenster einer früheren Anmeldung ist noch offen. Schliessen Sie es und versuchen Sie es erneut.',
      ended: 'Ihre Sitzung ist beendet. Bitte melden Sie sich erneut an.',
      other: 'Die Anmeldung ist fehlgeschlagen. Bitte versuchen Sie es erneut.',
    },
    noStore: 'Der Browser lässt Kontor auf diesem Gerät nichts speichern. Erlauben Sie Erweiterungen das Speichern und öffnen Sie Kontor neu.',
  },
};
export default terms;
