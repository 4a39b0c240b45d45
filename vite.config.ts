import { defineConfig } from 'vite';

/**
 * The kit as ES modules: `kontor.js` registers all elements, the other entries are one element each, and
 * each language but English is a file of its own that is fetched when a page asks for it.
 */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'dist/kit',
    target: 'es2022',
    modulePreload: false,
    emptyOutDir: true,
    reportCompressedSize: false,
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      input: {
        kontor: 'widgets/embed.ts',
        session: 'widgets/elements/session/define.ts',
        'org-switcher': 'widgets/elements/org-switcher/define.ts',
        'invoice-list': 'widgets/elements/invoice-list/define.ts',
        testing: 'widgets/testing.ts',
      },
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: 'parts/[name]-[hash].js',
      },
    },
  },
});
