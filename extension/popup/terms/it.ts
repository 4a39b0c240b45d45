import problem from '../../../widgets/terms/problem/it.ts';
import type { PopupTerms } from './terms.ts';

const rules = new Intl.PluralRules('it');
const one = (count: number): boolean => rules.select(count) === 'one';

const terms: PopupTerms = {
  problem,
  search: 'Cambia organizzazione',
  sections: 'Sezioni',
  overview: 'Panoramica',
  invoices: 'Fatture',
  promoCode: 'Codice promo',
  due: {
    title: 'Da pagare',
    count: (count, shown) => `${shown} ${one(count) ? 'voce' : 'voci'}`,
    overdue: (count, shown) => `${shown} ${one(count) ? 'scaduta' : 'scadute'}`,
    late: 'Scaduto',
    none: (day) => `Niente da pagare fino al ${day}.`,
  },
  line: {
    offline: 'Offline',
    unreachable: 'Gateway non raggiungibile',
    ended: 'Sessione terminata',
    asOf: (age) => `dati di ${age}`,
  },
  settings: 'Impostazioni',
  signOut: 'Esci',
  signOutQuestion: 'Vuoi uscire?',
  signOutNote: 'Tutto ciò che è conservato su questo dispositivo viene cancellato: importi, elenchi e chiavi.',
  cancel: 'Annulla',
  signIn: {
    lead: 'Le tue organizzazioni, il saldo prepagato e le fatture, a portata di tasto.',
    gateway: 'Indirizzo del gateway',
    gatewayHint: 'Questo indirizzo te lo comunica il tuo provider.',
    gatewayInvalid: 'Inserisci un indirizzo che inizia con https://, oppure uno di questo dispositivo.',
    act: 'Accedi',
    open: 'Accesso in corso…',
    openLead: (gateway) => `Completa l’accesso a ${gateway} nella finestra che si è aperta.`,
    failures: {
      offline: 'Sei offline. Accedi di nuovo quando sarai connesso.',
      unreachable: 'Il gateway non è raggiungibile. Controlla l’indirizzo o riprova più tardi.',
      noGateway: 'A questo indirizzo non risponde un gateway Kontor. Controlla l’indirizzo.',
      refused: 'Il gateway ha rifiutato l’accesso. Riprova.',
      windowOpen: 'La finestra di un accesso precedente è ancora aperta. Chiudila e riprova.',
      ended: 'La sessione è terminata. Accedi di nuovo.',
      other: 'L’accesso non è riuscito. Riprova.',
    },
    noStore: 'Il browser non permette a Kontor di conservare nulla su questo dispositivo. Consenti l’archiviazione alle estensioni e riapri Kontor.',
  },
};
export default terms;
