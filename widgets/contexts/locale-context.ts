import { createContext } from '@lit/context';

/** BCP 47 tag that texts, numbers and dates follow, such as `de-CH`. */
export const localeContext = createContext<string | undefined>(Symbol.for('kontor-locale'));
