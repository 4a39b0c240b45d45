import problem from '../../../terms/problem/fr.ts';
import type { OrgSwitcherTerms } from './terms.ts';

const rules = new Intl.PluralRules('fr');
const one = (count: number): boolean => rules.select(count) === 'one';

const terms: OrgSwitcherTerms = {
  problem,
  roles: { owner: 'Propriétaire', admin: 'Administrateur', member: 'Membre' },
  panel: 'Changer d’organisation',
  loading: 'Chargement des organisations',
  search: 'Rechercher un nom ou un ID',
  clear: 'Effacer la recherche',
  list: 'Organisations',
  pinned: 'Épinglées',
  recent: 'Utilisées récemment',
  other: 'Toutes les autres',
  count: (count, shown) => `${shown} ${one(count) ? 'organisation' : 'organisations'}`,
  matches: (count, shown) => `${shown} ${one(count) ? 'organisation trouvée' : 'organisations trouvées'}`,
  noMatch: (search) => `Aucune organisation ne correspond à « ${search} ». La recherche porte sur les noms et les ID.`,
  toPay: (shown) => `${shown} à payer`,
  overdue: (_count, shown) => `${shown} en retard`,
  pin: 'Épingler',
  unpin: 'Désépingler',
  pinFailed: (name) => `L’épingle de ${name} n’a pas pu être modifiée.`,
  back: (name) => `Retour à ${name}`,
  switching: 'Changement en cours…',
  switched: (name) => `Vous êtes maintenant dans ${name}.`,
  switchFailed: 'Le changement d’organisation a échoué.',
  dismiss: 'Fermer',
};
export default terms;
