import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { buildKit, kitFolder } from '../../scripts/build-kit.ts';
import type { Figure } from './figure.ts';

const KIB = 1024;
const AT_LOAD = /(?:from|import)\s*["'](\.[^"']+)["']/g;
/** The same, and imports on demand. */
const OPENED = /(?:from|import)\s*\(?\s*["'`](\.[^"'`]+)["'`]/g;

/** Files of the other languages; a page fetches one of them at most. */
const LANGUAGE = /(^|\/)(de|es|fr|it)-/;

/**
 * Gzip weight of the built kit: what a page fetches at load for the first element, for two with the session,
 * for all four in one file, for a language; and what it has fetched when everything has been opened, parts on
 * demand included.
 */
export async function measure(): Promise<Figure[]> {
  await buildKit();
  const languages = readdirSync(join(kitFolder, 'kontor')).filter((file) => LANGUAGE.test(file));
  const heaviest = Math.max(...languages.map((file) => gzip(join('kontor', file))));
  return [
    weight('switcher alone (first element), Lit included', weigh(['org-switcher.js'], AT_LOAD), 18),
    weight('prepaid balance alone (first element), Lit included', weigh(['prepaid-balance.js'], AT_LOAD), 18),
    weight('promo code alone (first element), Lit included', weigh(['promo-code.js'], AT_LOAD), 18),
    weight('invoice list alone, Lit included', weigh(['invoice-list.js'], AT_LOAD), 28),
    weight('switcher and invoice list with the session, bundled', await weighTwo(), 28),
    weight('four elements with the session', weigh(['kontor.js'], AT_LOAD), 40),
    weight('four elements with the session, everything opened', weigh(['kontor.js'], OPENED), 60),
    weight(`heaviest of ${languages.length} further languages`, heaviest, 4),
  ];
}

function weight(name: string, bytes: number, bar: number): Figure {
  const value = bytes / KIB;
  return { name, value, unit: 'KiB', measured: value, bar };
}

/** Entries and what they import in one of these ways, each file compressed as a server would send it. */
function weigh(entries: readonly string[], imports: RegExp): number {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file) || LANGUAGE.test(file)) return;
    seen.add(file);
    const text = readFileSync(join(kitFolder, file), 'utf8');
    for (const [, path] of text.matchAll(imports)) {
      visit(join(file, '..', path ?? ''));
    }
  };
  entries.forEach(visit);
  return [...seen].reduce((sum, file) => sum + gzip(file), 0);
}

/** Two elements as the bundler of a partner's own site would put them into one file. */
async function weighTwo(): Promise<number> {
  const outDir = join(import.meta.dirname, '../../dist/bench-two');
  const entry = join(import.meta.dirname, 'two-elements.ts');
  const groups = [{ name: 'two', test: /\/two-elements\.ts$/ }];
  await build({
    root: join(import.meta.dirname, '../..'), mode: 'embed', logLevel: 'error',
    build: { outDir, emptyOutDir: true, lib: { entry: { kontor: entry }, formats: ['es'] }, rolldownOptions: { output: { codeSplitting: { groups } } } },
  });
  return gzip(relative(kitFolder, join(outDir, 'kontor.js')));
}

function gzip(file: string): number {
  return gzipSync(readFileSync(join(kitFolder, file)), { level: 9 }).length;
}
