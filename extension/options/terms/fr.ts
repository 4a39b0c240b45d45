import type { OptionsTerms } from './terms.ts';

const terms: OptionsTerms = {
  title: 'Paramètres',
  gateway: 'Adresse du gateway',
  gatewayHint: 'C’est là que vous vous connectez. Votre hébergeur vous indique cette adresse.',
  gatewayLater: 'Vous êtes connecté. Une autre adresse vaudra dès la prochaine connexion.',
  gatewayInvalid: 'Saisissez une adresse qui commence par https://, ou une adresse de cet appareil.',
  badge: 'Dans la barre d’outils',
  badgeBalance: 'Le solde disponible',
  badgeDue: 'Le nombre d’éléments à payer',
  lowBelow: 'Le solde est bas en dessous de',
  lowBelowHint: 'Le solde est alors signalé, dans la fenêtre et dans la barre d’outils.',
  lowBelowInvalid: 'Saisissez un montant de 0 ou plus.',
  language: 'Langue',
  browserLanguage: 'Comme dans le navigateur',
  shortcut: 'Raccourci clavier',
  shortcutHint: 'Ouvre Kontor. Les paramètres des extensions du navigateur permettent d’en choisir un autre.',
  saved: 'Enregistré',
};
export default terms;
