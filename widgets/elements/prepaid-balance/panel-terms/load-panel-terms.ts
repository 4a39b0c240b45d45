import type { Language } from '../../../../shared/contract/session.ts';
import type { PanelTerms } from './terms.ts';

const FILES: Record<Exclude<Language, 'en'>, () => Promise<{ default: PanelTerms }>> = {
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  it: () => import('./it.ts'),
};

/** The words of what opens from the card; fetched once by the browser however often it is asked for. */
export async function loadPanelTerms(language: Exclude<Language, 'en'>): Promise<PanelTerms> {
  return (await FILES[language]()).default;
}
