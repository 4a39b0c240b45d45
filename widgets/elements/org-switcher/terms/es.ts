import problem from '../../../terms/problem/es.ts';
import type { OrgSwitcherTerms } from './terms.ts';

const rules = new Intl.PluralRules('es');
const one = (count: number): boolean => rules.select(count) === 'one';

const terms: OrgSwitcherTerms = {
  problem,
  roles: { owner: 'Propietario', admin: 'Administrador', member: 'Miembro' },
  panel: 'Cambiar de organización',
  loading: 'Cargando organizaciones',
  search: 'Buscar por nombre o ID',
  clear: 'Borrar la búsqueda',
  list: 'Organizaciones',
  pinned: 'Fijadas',
  recent: 'Usadas recientemente',
  other: 'Todas las demás',
  count: (count, shown) => `${shown} ${one(count) ? 'organización' : 'organizaciones'}`,
  matches: (count, shown) => `${shown} ${one(count) ? 'organización encontrada' : 'organizaciones encontradas'}`,
  noMatch: (search) => `Ninguna organización coincide con «${search}». Se ha buscado en los nombres y los ID.`,
  toPay: (shown) => `${shown} por pagar`,
  overdue: (count, shown) => `${shown} ${one(count) ? 'vencida' : 'vencidas'}`,
  pin: 'Fijar',
  unpin: 'Desfijar',
  pinFailed: (name) => `No se ha podido cambiar la fijación de ${name}.`,
  back: (name) => `Volver a ${name}`,
  switching: 'Cambiando…',
  switched: (name) => `Ahora está en ${name}.`,
  switchFailed: 'No se ha podido cambiar de organización.',
  dismiss: 'Cerrar',
};
export default terms;
