/** The portal's own words; the kit brings its own in the same languages. */
const WORDS = {
  en: { language: 'English', title: 'Billing', welcome: 'Hello', order: 'Order', empty: 'Nothing in it yet.', product: 'Add a product', add: 'Add', remove: 'Remove', signIn: 'Sign in', signOut: 'Sign out', email: 'E-mail', password: 'Password', wrong: 'E-mail or password is wrong.', intro: 'Invoices and renewals of the organisations you look after.', demo: 'Demo sign-ins', demoHint: 'All with the password', appearance: 'Appearance', auto: 'Automatic', light: 'Light', dark: 'Dark', languageLabel: 'Language', noScript: 'This page needs JavaScript. Please allow it for this address in your browser.' },
  de: { language: 'Deutsch', title: 'Abrechnung', welcome: 'Guten Tag', order: 'Bestellung', empty: 'Noch nichts darin.', product: 'Produkt hinzufügen', add: 'Hinzufügen', remove: 'Entfernen', signIn: 'Anmelden', signOut: 'Abmelden', email: 'E-Mail', password: 'Passwort', wrong: 'E-Mail oder Passwort ist falsch.', intro: 'Rechnungen und Verlängerungen der Organisationen, die Sie betreuen.', demo: 'Demo-Zugänge', demoHint: 'Alle mit dem Passwort', appearance: 'Darstellung', auto: 'Automatisch', light: 'Hell', dark: 'Dunkel', languageLabel: 'Sprache', noScript: 'Diese Seite braucht JavaScript. Bitte erlauben Sie es in Ihrem Browser für diese Adresse.' },
  fr: { language: 'Français', title: 'Facturation', welcome: 'Bonjour', order: 'Commande', empty: 'Rien pour le moment.', product: 'Ajouter un produit', add: 'Ajouter', remove: 'Retirer', signIn: 'Se connecter', signOut: 'Se déconnecter', email: 'E-mail', password: 'Mot de passe', wrong: 'E-mail ou mot de passe incorrect.', intro: 'Factures et renouvellements des organisations dont vous vous occupez.', demo: 'Accès de démonstration', demoHint: 'Tous avec le mot de passe', appearance: 'Apparence', auto: 'Automatique', light: 'Clair', dark: 'Sombre', languageLabel: 'Langue', noScript: 'Cette page a besoin de JavaScript. Veuillez l’autoriser pour cette adresse dans votre navigateur.' },
  it: { language: 'Italiano', title: 'Fatturazione', welcome: 'Ciao', order: 'Ordine', empty: 'Ancora vuoto.', product: 'Aggiungi un prodotto', add: 'Aggiungi', remove: 'Rimuovi', signIn: 'Accedi', signOut: 'Esci', email: 'E-mail', password: 'Password', wrong: 'E-mail o password errata.', intro: 'Fatture e rinnovi delle organizzazioni che segui.', demo: 'Accessi demo', demoHint: 'Tutti con la password', appearance: 'Aspetto', auto: 'Automatico', light: 'Chiaro', dark: 'Scuro', languageLabel: 'Lingua', noScript: 'Questa pagina ha bisogno di JavaScript. Consentilo per questo indirizzo nel tuo browser.' },
  es: { language: 'Español', title: 'Facturación', welcome: 'Hola', order: 'Pedido', empty: 'Todavía vacío.', product: 'Añadir un producto', add: 'Añadir', remove: 'Quitar', signIn: 'Iniciar sesión', signOut: 'Cerrar sesión', email: 'Correo electrónico', password: 'Contraseña', wrong: 'El correo o la contraseña no son correctos.', intro: 'Facturas y renovaciones de las organizaciones que usted gestiona.', demo: 'Accesos de demostración', demoHint: 'Todos con la contraseña', appearance: 'Apariencia', auto: 'Automática', light: 'Clara', dark: 'Oscura', languageLabel: 'Idioma', noScript: 'Esta página necesita JavaScript. Permítalo para esta dirección en su navegador.' },
};

export type Language = keyof typeof WORDS;
export type Words = (typeof WORDS)['en'];

export const LANGUAGES = Object.keys(WORDS) as Language[];

export function wordsOf(language: Language): Words {
  return WORDS[language];
}

export function isLanguage(text: string | null | undefined): text is Language {
  return text !== null && text !== undefined && Object.hasOwn(WORDS, text);
}
