import problem from '../../../terms/problem/es.ts';
import type { PrepaidBalanceTerms } from './terms.ts';

const terms: PrepaidBalanceTerms = {
  problem,
  label: 'Saldo prepago',
  available: 'Disponible',
  asOf: (age) => `Actualizado: ${age}`,
  refresh: 'Actualizar',
  low: (limit) => `Bajo: menos de ${limit}`,
  owed: (amount) => `${amount} pendientes: la próxima recarga los salda primero`,
  parts: { purchased: 'Ingresado', free: 'Crédito gratuito', reserved: 'Reservado', pending: 'En camino' },
  expires: (amount, day) => `De ello, ${amount} hasta el ${day}`,

  trend: (days) => `Últimos ${days} días`,
  lowest: 'Mínimo',
  highest: 'Máximo',
  now: 'Ahora',

  coveredUntil: (day) => `Cubre las renovaciones hasta el ${day}`,
  coversAll: (day) => `Cubre todas las renovaciones hasta el ${day}`,
  coversNothing: 'No cubre lo que vence ahora',
  uncovered: (subject, amount, day) => `Después ${subject} el ${day}: ${amount}`,
  shortfall: (amount) => `Faltan ${amount} para los próximos dos meses`,
  nothingMissing: 'No falta nada para los próximos dos meses',

  topUp: 'Recargar',
  topUpWith: (amount) => `Recargar ${amount}`,
  arrived: (amount) => `${amount} se han añadido al saldo.`,
  movements: 'Movimientos',

  noRight: 'No tiene el derecho de facturación en esta organización.',
  whoCanHelp: (names) => `Estas personas pueden dárselo o recargar: ${names}.`,
};
export default terms;
