import type { ProblemTerms } from './terms.ts';

const terms: ProblemTerms = {
  offline: 'Vous êtes hors ligne. Les données affichées ne sont peut-être plus à jour.',
  unreachable: 'Le serveur est injoignable pour le moment.',
  notKept: 'Ces données ne sont pas encore enregistrées sur cet appareil.',
  sessionEnded: 'Votre session est terminée. Rechargez la page ou reconnectez-vous.',
  notIncluded: 'Ce portail n’affiche pas ces informations.',
  notFound: 'Cet élément n’existe plus, ou vous n’y avez plus accès.',
  busy: 'Trop de requêtes à la fois. Veuillez patienter un instant.',
  failed: 'Une erreur est survenue sur le serveur.',
  retry: 'Réessayer',
  reference: (id) => `Référence ${id}`,
};
export default terms;
