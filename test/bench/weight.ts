import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildKit, kitFolder } from '../../scripts/build-kit.ts';
import type { Figure } from './figure.ts';

const KIB = 1024;

/** Gzip weight of the built kit: what a page fetches for the first element, for both, for a language. */
export async function measure(): Promise<Figure[]> {
  await buildKit();
  const languages = readdirSync(join(kitFolder, 'kontor')).filter((file) => /^(de|es|fr|it)-/.test(file));
  const heaviest = Math.max(...languages.map((file) => gzip(join('kontor', file))));
  return [
    weight('switcher alone (first element), Lit included', weigh('org-switcher.js'), 18),
    weight('invoice list alone, Lit included', weigh('invoice-list.js'), 28),
    weight('both elements with the session', weigh('kontor.js'), 28),
    weight(`heaviest of ${languages.length} further languages`, heaviest, 4),
  ];
}

function weight(name: string, bytes: number, bar: number): Figure {
  const value = bytes / KIB;
  return { name, value, unit: 'KiB', measured: value, bar };
}

/** An entry and everything it imports statically, each file compressed as a server would send it. */
function weigh(entry: string): number {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(join(kitFolder, file), 'utf8');
    for (const [, path] of text.matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g)) {
      visit(join(file, '..', path ?? ''));
    }
  };
  visit(entry);
  return [...seen].reduce((sum, file) => sum + gzip(file), 0);
}

function gzip(file: string): number {
  return gzipSync(readFileSync(join(kitFolder, file)), { level: 9 }).length;
}
