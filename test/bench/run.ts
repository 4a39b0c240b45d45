/**
 * `npm run bench [group …]`: the figures of the design, each beside its bar and, where there is one, the
 * limit that was measured in the same run. Writes `bench/results.json`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { type Figure, holds } from './figure.ts';

const GROUPS: Record<string, () => Promise<{ measure: (note: (line: string) => void) => Promise<Figure[]> }>> = {
  weight: () => import('./weight.ts'),
  switcher: () => import('./switcher.ts'),
  list: () => import('./list.ts'),
  load: () => import('./cold-load.ts'),
  popup: () => import('./popup.ts'),
  server: () => import('./server.ts'),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in GROUPS));
if (unknown.length > 0) {
  console.error(`No such group: ${unknown.join(', ')}. There are: ${Object.keys(GROUPS).join(', ')}.`);
  process.exit(2);
}

const results: Record<string, Figure[]> = {};
for (const [name, load] of Object.entries(GROUPS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name}`);
  const { measure } = await load();
  const figures = await measure((line) => console.log(`  ${line}`));
  results[name] = figures;
  for (const figure of figures) print(figure);
}

mkdirSync('bench', { recursive: true });
const machine = { cores: cpus().length, model: cpus()[0]?.model, node: process.version, load: loadavg() };
writeFileSync('bench/results.json', `${JSON.stringify({ at: new Date().toISOString(), machine, results }, null, 2)}\n`);
const all = Object.values(results).flat();
const missed = all.filter((figure) => !holds(figure));
console.log(`\n${all.length - missed.length} of ${all.length} figures within their bars; bench/results.json`);

function print(figure: Figure): void {
  const { name, value, unit, limit, measured, bar, atLeast, note } = figure;
  const ratio = limit === undefined ? '' : ` | limit ${round(limit)} ${unit} | ratio ${measured.toFixed(2)}`;
  const mark = holds(figure) ? 'ok  ' : 'MISS';
  const text = `  ${mark} ${name.padEnd(52)} ${round(value)} ${unit}${ratio} | bar ${atLeast ? '≥' : '≤'} ${bar}`;
  console.log(note ? `${text} | ${note}` : text);
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2);
}
