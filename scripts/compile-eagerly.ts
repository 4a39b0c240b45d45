import type { Plugin } from 'vite';

/**
 * Tells Chromium to compile every function of a file while the file arrives, beside the page's own work; left to
 * itself it looks at each twice and compiles it when it is first called, while somebody waits for the first
 * drawing. What is not wanted at once lies in files of its own. Elsewhere it is a comment.
 * https://v8.dev/blog/explicit-compile-hints
 */
export function compileEagerly(): Plugin {
  return {
    name: 'kontor-compile-eagerly',
    outputOptions: (options) => ({ ...options, postBanner: '//# allFunctionsCalledOnLoad' }),
  };
}
