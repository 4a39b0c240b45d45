import type { Language } from '../../../shared/contract/session.ts';

/** Words of the options. */
export interface OptionsTerms {
  title: string;
  gateway: string;
  gatewayHint: string;
  /** While somebody is signed in: the address counts from the next sign-in on. */
  gatewayLater: string;
  gatewayInvalid: string;
  badge: string;
  badgeBalance: string;
  badgeDue: string;
  lowBelow: string;
  lowBelowHint: string;
  lowBelowInvalid: string;
  language: string;
  browserLanguage: string;
  shortcut: string;
  /** Where another one is chosen. */
  shortcutHint: string;
  saved: string;
}

/** What languages call themselves. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  de: 'Deutsch', en: 'English', es: 'Español', fr: 'Français', it: 'Italiano',
};
