import { minifyHTMLLiterals } from 'minify-literals';
import type { Plugin } from 'vite';

/** White space and comments in Lit's `html` and `css` templates are text to a minifier of scripts. */
export function minifyTemplates(): Plugin {
  return {
    name: 'kontor-minify-templates',
    transform: {
      filter: { id: /\/(widgets|extension)\/.*\.ts$/ },
      async handler(code, id) {
        const { code: smaller, map } = (await minifyHTMLLiterals(code, { fileName: id })) ?? {};
        return smaller === undefined ? null : { code: smaller, map: map as never };
      },
    },
  };
}
