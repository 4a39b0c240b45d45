import problem from '../../../terms/problem/it.ts';
import type { OrgSwitcherTerms } from './terms.ts';

const rules = new Intl.PluralRules('it');
const one = (count: number): boolean => rules.select(count) === 'one';

const terms: OrgSwitcherTerms = {
  problem,
  roles: { owner: 'Titolare', admin: 'Amministratore', member: 'Membro' },
  panel: 'Cambia organizzazione',
  loading: 'Caricamento delle organizzazioni',
  search: 'Cerca per nome o ID',
  clear: 'Cancella la ricerca',
  list: 'Organizzazioni',
  pinned: 'In evidenza',
  recent: 'Usate di recente',
  other: 'Tutte le altre',
  count: (count, shown) => `${shown} ${one(count) ? 'organizzazione' : 'organizzazioni'}`,
  matches: (count, shown) => `${shown} ${one(count) ? 'organizzazione trovata' : 'organizzazioni trovate'}`,
  noMatch: (search) => `Nessuna organizzazione corrisponde a «${search}». La ricerca riguarda nomi e ID.`,
  toPay: (shown) => `${shown} da pagare`,
  overdue: (count, shown) => `${shown} ${one(count) ? 'scaduta' : 'scadute'}`,
  pin: 'Metti in evidenza',
  unpin: 'Togli evidenza',
  pinFailed: (name) => `Non è stato possibile modificare l’evidenza di ${name}.`,
  back: (name) => `Torna a ${name}`,
  switching: 'Cambio in corso…',
  switched: (name) => `Ora sei in ${name}.`,
  switchFailed: 'Il cambio di organizzazione non è riuscito.',
  dismiss: 'Chiudi',
};
export default terms;
