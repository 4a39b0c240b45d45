import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Language } from '../../../shared/contract/session.ts';
import { languageOf } from '../../terms/load-terms.ts';
import english from './terms/answers/en.ts';
import type { PromoAnswerTerms } from './terms/answers/terms.ts';

/** They come after the part that needs them, so that a page which only shows the field fetches none. */
const FILES: Record<Exclude<Language, 'en'>, () => Promise<{ default: PromoAnswerTerms }>> = {
  de: () => import('./terms/answers/de.ts'),
  es: () => import('./terms/answers/es.ts'),
  fr: () => import('./terms/answers/fr.ts'),
  it: () => import('./terms/answers/it.ts'),
};

const loaded = new Map<Language, PromoAnswerTerms>([['en', english]]);

/** Fetches the answers for a locale. A file that does not arrive leaves them readable, in English. */
export async function loadAnswers(locale: string): Promise<PromoAnswerTerms> {
  const language = languageOf(locale);
  const here = loaded.get(language);
  if (here || language === 'en') return here ?? english;
  const file = await FILES[language]().catch(() => undefined);
  if (file) loaded.set(language, file.default);
  return file?.default ?? english;
}

/** The answers in the reader's language; in the one before until another has arrived. */
export class AnswerTerms implements ReactiveController {
  terms: PromoAnswerTerms;
  #host: ReactiveControllerHost;
  #locale: () => string;
  #wanted: Language;

  constructor(host: ReactiveControllerHost, locale: () => string) {
    this.#host = host;
    this.#locale = locale;
    this.#wanted = languageOf(locale());
    this.terms = loaded.get(this.#wanted) ?? english;
    host.addController(this);
  }

  hostUpdate(): void {
    const language = languageOf(this.#locale());
    if (language !== this.#wanted) void this.#change(language);
  }

  async #change(language: Language): Promise<void> {
    this.#wanted = language;
    const terms = await loadAnswers(language);
    if (this.#wanted !== language) return;
    this.terms = terms;
    this.#host.requestUpdate();
  }
}
