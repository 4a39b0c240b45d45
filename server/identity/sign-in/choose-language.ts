import { Language } from '../../../shared/contract/session.ts';

/**
 * The language of a page: of what was asked for, in order, the first that there is; else English.
 * @param wished lists of language tags: separated by spaces (`ui_locales`) or as in `Accept-Language`
 */
export function chooseLanguage(...wished: readonly (string | undefined)[]): Language {
  for (const tag of wished.flatMap(tagsOf)) {
    const found = Language.enum.find((language) => language === tag.split('-')[0]?.toLowerCase());
    if (found) return found;
  }
  return 'en';
}

/** Longer lists are nobody's. */
function tagsOf(list = ''): string[] {
  const entries = list.slice(0, 500).split(/[\s,]+(?!q=)/).map((entry) => {
    const [tag = '', weight = 'q=1'] = entry.split(/\s*;\s*/);
    return { tag, weight: Number(weight.replace('q=', '')) || 0 };
  });
  return entries.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight).map(({ tag }) => tag);
}
