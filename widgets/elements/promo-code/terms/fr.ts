import problem from '../../../terms/problem/fr.ts';
import type { PromoCodeTerms } from './terms.ts';

const terms: PromoCodeTerms = {
  label: 'Code promo',
  method: 'Moyen de paiement',
  methods: { prepaid: 'Solde prépayé', card: 'Carte', 'bank-transfer': 'Virement' },
  methodFirst: 'Choisissez d’abord le moyen de paiement : il détermine les codes acceptés.',
  several: 'Plusieurs codes : séparez-les par des espaces ou des virgules.',
  have: 'Vous avez un code promo ?',
  apply: 'Appliquer',
  tryOut: 'Essayer sans appliquer',
  check: 'Vérifier',
  checkHint: 'Montre ce qu’un code offre et demande. Il n’est pas consommé.',
  noOrder: 'Aucune commande n’est ouverte. Vous pouvez tout de même vérifier ce qu’un code offre.',
  unapplied: 'Appliquez le code promo ou videz son champ.',
  codes: 'Codes de cette commande',
  remove: (code) => `Retirer ${code}`,
  totals: 'Montant de la commande',
  list: 'Prix net',
  discount: 'Remise',
  vat: (rate) => `TVA ${rate}`,
  total: 'Total',
  place: (amount) => `Commander · ${amount}`,
  noRight: 'Vous n’avez pas le droit de facturation dans cette organisation.',
  whoCanHelp: (names) => `Ces personnes peuvent vous l’accorder ou passer la commande : ${names}.`,
  problem,
};
export default terms;
