import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { localeContext } from '../contexts/locale-context.ts';
import type { KitTerms } from '../terms/kit-terms.ts';
import type { Language } from '../../shared/contract/session.ts';
import { languageOf, loadTerms } from '../terms/load-terms.ts';

/** Where the words of a language come from: a name in the kit's own file, or a file of a part's own. */
type Source<Words> =
  | { [Name in keyof KitTerms]: KitTerms[Name] extends Words ? Name : never }[keyof KitTerms]
  | ((language: Exclude<Language, 'en'>) => Promise<Words>);

type Host = ReactiveControllerHost & HTMLElement & { locale: string | undefined };

/**
 * The words of one element in the reader's language. English is in the element's own bundle, the other
 * languages arrive in one file each; until then `terms` is undefined and the element shows its skeleton
 * rather than a flash of English.
 */
export class TermsController<Words> implements ReactiveController {
  #host: Host;
  #source: Source<Words>;
  #english: Words;
  #provided: ContextConsumer<typeof localeContext, Host>;
  #loaded: { language: string; terms: Words } | undefined;
  #wanted = '';

  constructor(host: Host, source: Source<Words>, english: Words) {
    this.#host = host;
    this.#source = source;
    this.#english = english;
    this.#provided = new ContextConsumer(host, { context: localeContext, subscribe: true });
    host.addController(this);
  }

  /** The locale that counts: the element's own, the session's, the page's. */
  get locale(): string {
    const tag = this.#host.locale ?? this.#provided.value ?? this.#host.ownerDocument.documentElement.lang;
    try {
      return Intl.getCanonicalLocales(tag)[0] ?? 'en';
    } catch {
      return 'en';
    }
  }

  get terms(): Words | undefined {
    const language = languageOf(this.locale);
    if (language === 'en') return this.#english;
    return this.#loaded?.language === language ? this.#loaded.terms : undefined;
  }

  hostUpdate(): void {
    const language = languageOf(this.locale);
    if (language === this.#wanted) return;
    this.#wanted = language;
    if (language !== 'en') void this.#load(language);
  }

  async #load(language: Exclude<Language, 'en'>): Promise<void> {
    // A language file that does not arrive leaves the element readable, in English.
    const terms = await this.#read(language).catch(() => this.#english);
    if (this.#wanted !== language) return;
    this.#loaded = { language, terms };
    this.#host.requestUpdate();
  }

  async #read(language: Exclude<Language, 'en'>): Promise<Words> {
    const source = this.#source;
    return typeof source === 'function' ? source(language) : ((await loadTerms(language))[source] as Words);
  }
}
