import problem from '../../../widgets/terms/problem/fr.ts';
import type { PopupTerms } from './terms.ts';

const rules = new Intl.PluralRules('fr');
const one = (count: number): boolean => rules.select(count) === 'one';

const terms: PopupTerms = {
  problem,
  search: 'Changer d’organisation',
  sections: 'Rubriques',
  overview: 'Aperçu',
  invoices: 'Factures',
  promoCode: 'Code promo',
  due: {
    title: 'À payer',
    count: (count, shown) => `${shown} ${one(count) ? 'élément' : 'éléments'}`,
    overdue: (_count, shown) => `${shown} en retard`,
    late: 'En retard',
    none: (day) => `Rien à payer jusqu’au ${day}.`,
  },
  line: {
    offline: 'Hors ligne',
    unreachable: 'Gateway injoignable',
    ended: 'Session terminée',
    asOf: (age) => `état : ${age}`,
  },
  settings: 'Paramètres',
  signOut: 'Se déconnecter',
  signOutQuestion: 'Se déconnecter ?',
  signOutNote: 'Tout ce qui est conservé sur cet appareil est effacé : montants, listes et clés.',
  cancel: 'Annuler',
  signIn: {
    lead: 'Vos organisations, votre solde prépayé et vos factures, à une touche.',
    gateway: 'Adresse du gateway',
    gatewayHint: 'Votre hébergeur vous indique cette adresse.',
    gatewayInvalid: 'Saisissez une adresse qui commence par https://, ou une adresse de cet appareil.',
    act: 'Se connecter',
    open: 'Connexion en cours…',
    openLead: (gateway) => `Terminez la connexion à ${gateway} dans la fenêtre qui s’est ouverte.`,
    failures: {
      offline: 'Vous êtes hors ligne. Connectez-vous dès que vous aurez de nouveau accès au réseau.',
      unreachable: 'Le gateway est injoignable. Vérifiez l’adresse ou réessayez plus tard.',
      noGateway: 'Ce qui répond à cette adresse n’est pas un gateway Kontor. Vérifiez l’adresse.',
      refused: 'Le gateway a refusé la connexion. Veuillez réessayer.',
      windowOpen: 'La fenêtre d’une connexion précédente est encore ouverte. Fermez-la et réessayez.',
      ended: 'Votre session est terminée. Veuillez vous reconnecter.',
      other: 'La connexion a échoué. Veuillez réessayer.',
    },
    noStore: 'Le navigateur ne laisse rien conserver à Kontor sur cet appareil. Autorisez le stockage pour les extensions, puis rouvrez Kontor.',
  },
};
export default terms;
