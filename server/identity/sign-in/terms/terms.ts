import type { Language } from '../../../../shared/contract/session.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';

/** Words of the pages of sign-in. */
export interface SignInTerms {
  title: string;
  /** Under the title: for what one signs in, and at which gateway. */
  purpose: (gateway: string) => string;
  email: string;
  password: string;
  signIn: string;
  cancel: string;
  /** What the extension may do once one has signed in. */
  access: string;
  /** Before the title of a page whose form was refused. */
  error: string;
  emailMissing: string;
  passwordMissing: string;
  wrong: string;
  tooMany: (minutes: number) => string;
  busy: string;
  formExpired: string;
  /** Accessible name of the language menu. */
  language: string;
  expired: { title: string; text: string };
  refused: { title: string; text: string };
  tooOften: { title: string; text: string };
  fault: { title: string; text: string };
  reference: (id: string) => string;
  signOut: { title: string; question: string; act: string };
  signedOut: { title: string; text: string };
}

/** Each language by its own name, in the order of the menu. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  de: 'Deutsch', en: 'English', es: 'Español', fr: 'Français', it: 'Italiano',
};

export const SIGN_IN_TERMS: Readonly<Record<Language, SignInTerms>> = { de, en, es, fr, it };
