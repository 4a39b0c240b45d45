import type { OptionsTerms } from './terms.ts';

const terms: OptionsTerms = {
  title: 'Settings',
  gateway: 'Gateway address',
  gatewayHint: 'Where you sign in. Your provider tells you this address.',
  gatewayLater: 'You are signed in. Another address counts from the next sign-in on.',
  gatewayInvalid: 'Enter an address that begins with https://, or one on this device.',
  badge: 'On the toolbar',
  badgeBalance: 'The available balance',
  badgeDue: 'How much there is to pay, in items',
  lowBelow: 'Balance is low below',
  lowBelowHint: 'The balance is then marked, in the popup and on the toolbar.',
  lowBelowInvalid: 'Enter an amount of 0 or more.',
  language: 'Language',
  browserLanguage: 'As in the browser',
  shortcut: 'Keyboard shortcut',
  shortcutHint: 'Opens Kontor. The browser’s extension settings let you choose another one.',
  saved: 'Saved',
};
export default terms;
