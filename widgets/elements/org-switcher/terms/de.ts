import problem from '../../../terms/problem/de.ts';
import type { OrgSwitcherTerms } from './terms.ts';

const rules = new Intl.PluralRules('de');
const one = (count: number): boolean => rules.select(count) === 'one';

const terms: OrgSwitcherTerms = {
  problem,
  roles: { owner: 'Inhaber', admin: 'Administrator', member: 'Mitglied' },
  panel: 'Organisation wechseln',
  loading: 'Organisationen werden geladen',
  search: 'Name oder ID suchen',
  clear: 'Suche löschen',
  list: 'Organisationen',
  pinned: 'Angeheftet',
  recent: 'Zuletzt verwendet',
  other: 'Alle weiteren',
  count: (count, shown) => `${shown} ${one(count) ? 'Organisation' : 'Organisationen'}`,
  matches: (count, shown) => `${shown} ${one(count) ? 'Organisation gefunden' : 'Organisationen gefunden'}`,
  noMatch: (search) => `Keine Organisation passt zu «${search}». Gesucht wurde in Namen und IDs.`,
  toPay: (shown) => `${shown} zu zahlen`,
  overdue: (_count, shown) => `${shown} überfällig`,
  pin: 'Anheften',
  unpin: 'Lösen',
  pinFailed: (name) => `${name} konnte nicht angeheftet oder gelöst werden.`,
  back: (name) => `Zurück zu ${name}`,
  switching: 'Wird gewechselt …',
  switched: (name) => `Sie sind jetzt in ${name}.`,
  switchFailed: 'Die Organisation wurde nicht gewechselt.',
  dismiss: 'Schliessen',
};
export default terms;
