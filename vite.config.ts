import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { defineConfig, type Rolldown, type UserConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import { compileEagerly } from './scripts/compile-eagerly.ts';
import { firefoxManifest } from './scripts/firefox-manifest.ts';
import { minifyTemplates } from './scripts/minify-templates.ts';

/**
 * The kit, in builds beside each other: `embed` is `kontor.js`, one file with every element; `elements` is one
 * entry an element, for pages that use few, with what they share in `parts/`; `testing` is for tests of pages
 * with either. Each language but English is a file of its own that is fetched when a page asks for it.
 */
const KIT: Record<string, Record<string, string>> = {
  embed: { kontor: 'widgets/embed.ts' },
  elements: {
    session: 'widgets/elements/session/define.ts',
    'org-switcher': 'widgets/elements/org-switcher/define.ts',
    'invoice-list': 'widgets/elements/invoice-list/define.ts',
    'prepaid-balance': 'widgets/elements/prepaid-balance/define.ts',
    'promo-code': 'widgets/elements/promo-code/define.ts',
  },
  testing: { testing: 'widgets/testing.ts' },
};

/** Modules that lie in one file together. Left to itself, the bundler makes a file of each few that the same others share. */
const GROUPS: Record<string, readonly Rolldown.CodeSplittingGroup[]> = {
  // Parts fetched later take what they share with the kit from it, so it stays one file.
  embed: [{ name: 'kontor', test: /\/widgets\/embed\.ts$/ }],
  // A dozen small files are fetched more slowly than one that is a little larger than some pages need. The windows of
  // long lists are too large for that.
  elements: [{ name: 'base', minShareCount: 2, test: (id) => !/\/(rows|window)-controller\.ts$/.test(id) }],
};

/** The extension, one folder a browser. */
const EXTENSION: Record<string, () => UserConfig> = {
  chromium: () => extension('chrome', manifest as ManifestV3Export),
  firefox: () => extension('firefox', firefoxManifest()),
};

export default defineConfig(({ mode }) => {
  const entry = KIT[mode];
  const config = entry ? kit(mode, entry) : EXTENSION[mode]?.();
  const modes = [...Object.keys(KIT), ...Object.keys(EXTENSION)];
  if (!config) throw new Error(`There is no build "${mode}": use --mode ${modes.join(' or --mode ')}.`);
  return config;
});

function kit(mode: string, entry: Record<string, string>): UserConfig {
  return {
    publicDir: false,
    plugins: [minifyTemplates(), compileEagerly()],
    build: {
      outDir: 'dist/kit',
      emptyOutDir: false,
      target: 'es2022',
      reportCompressedSize: false,
      lib: { entry, formats: ['es'] },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: {
          // A library build leaves white space in; this one goes to browsers as it is.
          minify: true,
          comments: false,
          codeSplitting: { groups: [...(GROUPS[mode] ?? [])] },
          entryFileNames: '[name].js',
          chunkFileNames: `${mode === 'embed' ? 'kontor' : 'parts'}/[name]-[hash].js`,
        },
      },
    },
  };
}

function extension(browser: 'chrome' | 'firefox', manifest: ManifestV3Export): UserConfig {
  return {
    publicDir: 'extension/public',
    plugins: [minifyTemplates(), compileEagerly(), crx({ manifest, browser })],
    build: {
      outDir: `dist/extension/${browser === 'chrome' ? 'chromium' : browser}`,
      target: 'es2022',
      reportCompressedSize: false,
      // What a page begins with is fetched at once; to announce what is imported later costs more than to fetch it.
      modulePreload: { polyfill: false, resolveDependencies: (_file, parts, { hostType }) => (hostType === 'html' ? parts : []) },
    },
  };
}
