import type { Language } from '../../shared/contract/session.ts';
import type { KitTerms } from './kit-terms.ts';

/** Each language but English is one file of its own, made by the build from the elements' `terms/`. */
const FILES: Record<Exclude<Language, 'en'>, () => Promise<{ default: KitTerms }>> = {
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  it: () => import('./it.ts'),
};

/** The kit's language for a locale: `de-CH` reads German, an unknown one English. */
export function languageOf(locale: string): Language {
  const primary = locale.split('-', 1)[0] ?? '';
  return Object.hasOwn(FILES, primary) ? (primary as Language) : 'en';
}

/** The words of a language; fetched once by the browser however often it is asked for. */
export async function loadTerms(language: Exclude<Language, 'en'>): Promise<KitTerms> {
  return (await FILES[language]()).default;
}
