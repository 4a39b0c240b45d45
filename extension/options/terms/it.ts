import type { OptionsTerms } from './terms.ts';

const terms: OptionsTerms = {
  title: 'Impostazioni',
  gateway: 'Indirizzo del gateway',
  gatewayHint: 'È dove accedi. Questo indirizzo te lo comunica il tuo provider.',
  gatewayLater: 'Hai effettuato l’accesso. Un altro indirizzo varrà dal prossimo accesso.',
  gatewayInvalid: 'Inserisci un indirizzo che inizia con https://, oppure uno di questo dispositivo.',
  badge: 'Nella barra degli strumenti',
  badgeBalance: 'Il saldo disponibile',
  badgeDue: 'Quante voci sono da pagare',
  lowBelow: 'Il saldo è basso sotto',
  lowBelowHint: 'Il saldo viene allora segnalato, nella finestra e nella barra degli strumenti.',
  lowBelowInvalid: 'Inserisci un importo da 0 in su.',
  language: 'Lingua',
  browserLanguage: 'Come nel browser',
  shortcut: 'Scorciatoia da tastiera',
  shortcutHint: 'Apre Kontor. Nelle impostazioni delle estensioni del browser puoi sceglierne un’altra.',
  saved: 'Salvato',
};
export default terms;
