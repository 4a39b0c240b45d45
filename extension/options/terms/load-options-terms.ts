import type { Language } from '../../../shared/contract/session.ts';
import english from './en.ts';
import type { OptionsTerms } from './terms.ts';

const FILES: Record<Exclude<Language, 'en'>, () => Promise<{ default: OptionsTerms }>> = {
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  it: () => import('./it.ts'),
};

/** The options' words in a language. */
export async function loadOptionsTerms(language: Language): Promise<OptionsTerms> {
  return language === 'en' ? english : (await FILES[language]()).default;
}
