/** `npm run build:extension`: the extension's folders, ready to be loaded, in `dist/extension`. */
import { join } from 'node:path';
import { buildOnce } from './build-once.ts';

export const EXTENSION_BROWSERS = ['chromium', 'firefox'] as const;
export type ExtensionBrowser = (typeof EXTENSION_BROWSERS)[number];

/** Where the extension for a browser lies after a build. */
export const extensionFolder = (browser: ExtensionBrowser): string => join(import.meta.dirname, '../dist/extension', browser);

/** Builds the extension for a browser where anything it is made of has changed. */
export function buildExtension(browser: ExtensionBrowser): Promise<void> {
  const inputs = ['manifest.json', 'scripts/firefox-manifest.ts', 'extension/**/*', '{widgets,shared}/**/*.ts'];
  return buildOnce({ folder: extensionFolder(browser), inputs, modes: [browser] });
}

if (import.meta.main) {
  for (const browser of EXTENSION_BROWSERS) await buildExtension(browser);
}
