import problem from '../../../terms/problem/fr.ts';
import type { PrepaidBalanceTerms } from './terms.ts';

const terms: PrepaidBalanceTerms = {
  problem,
  label: 'Solde prépayé',
  available: 'Disponible',
  asOf: (age) => `Mis à jour : ${age}`,
  refresh: 'Actualiser',
  low: (limit) => `Solde bas : moins de ${limit}`,
  owed: (amount) => `${amount} dus : la prochaine recharge les règle d’abord`,
  parts: { purchased: 'Versé', free: 'Crédit offert', reserved: 'Réservé', pending: 'En chemin' },
  expires: (amount, day) => `Dont ${amount} jusqu’au ${day}`,

  trend: (days) => `${days} derniers jours`,
  lowest: 'Minimum',
  highest: 'Maximum',
  now: 'Maintenant',

  coveredUntil: (day) => `Couvre les renouvellements jusqu’au ${day}`,
  coversAll: (day) => `Couvre tous les renouvellements jusqu’au ${day}`,
  coversNothing: 'Ne couvre pas ce qui est dû maintenant',
  uncovered: (subject, amount, day) => `Ensuite ${subject} le ${day} : ${amount}`,
  shortfall: (amount) => `Il manque ${amount} pour les deux prochains mois`,
  nothingMissing: 'Il ne manque rien pour les deux prochains mois',

  topUp: 'Recharger',
  topUpWith: (amount) => `Recharger ${amount}`,
  arrived: (amount) => `${amount} ont été ajoutés au solde.`,
  movements: 'Mouvements',

  noRight: 'Vous n’avez pas le droit de facturation dans cette organisation.',
  whoCanHelp: (names) => `Ces personnes peuvent vous le donner ou recharger : ${names}.`,
};
export default terms;
