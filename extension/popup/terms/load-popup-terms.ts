import type { Language } from '../../../shared/contract/session.ts';
import english from './en.ts';
import type { PopupTerms } from './terms.ts';

const FILES: Record<Exclude<Language, 'en'>, () => Promise<{ default: PopupTerms }>> = {
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  it: () => import('./it.ts'),
};

/** The popup's words in a language. */
export async function loadPopupTerms(language: Language): Promise<PopupTerms> {
  return language === 'en' ? english : (await FILES[language]()).default;
}
