/**
 * `npm run test:security`: every group of attacks (`test/security/<group>/run.ts`) with full counts, and a
 * table of what was tried. `npm run test:security -- 12345` begins with the seed 12345,
 * `npm run test:security -- 12345 matrix` runs that group alone.
 */
import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { SecurityGroup, SecurityReport } from './report.ts';

/** What must come out as nought, whichever group counts it. */
const NOUGHT = ['leaks', '5xx'];

const [seedText, ...wanted] = process.argv.slice(2);
const seed = seedText === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(seedText);
const files = globSync('*/run.ts', { cwd: import.meta.dirname }).toSorted();
const chosen = files.filter((file) => wanted.length === 0 || wanted.includes(basename(dirname(file))));

async function runGroup(file: string): Promise<SecurityReport> {
  const name = dirname(file);
  try {
    const group = (await import(join(import.meta.dirname, file))) as SecurityGroup;
    return await group.run({ full: true, seed });
  } catch (error) {
    return { name, counts: {}, failures: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
  }
}

function tell({ name, counts, failures }: SecurityReport): void {
  const figures = Object.entries(counts).map(([what, count]) => `${count.toLocaleString('en')} ${what}`);
  console.log(`  ${name.padEnd(12)} ${figures.join(', ') || 'nothing tried'}${failures.length > 0 ? `, ${failures.length} FAILED` : ''}`);
  for (const failure of failures) console.log(`    x ${failure}`);
}

function total(reports: readonly SecurityReport[]): Map<string, number> {
  const sums = new Map(['cells tried', 'attack cases', 'hostile requests', ...NOUGHT].map((what) => [what, 0]));
  for (const { counts } of reports) for (const [what, count] of Object.entries(counts)) sums.set(what, (sums.get(what) ?? 0) + count);
  return sums;
}

console.log(`seed ${seed}`);
const reports: SecurityReport[] = [];
for (const file of chosen) {
  const report = await runGroup(file);
  reports.push(report);
  tell(report);
}
const sums = total(reports);
const failures = reports.reduce((sum, report) => sum + report.failures.length, 0);
console.log([...sums, ['failed', failures] as const].map(([what, count]) => `${count.toLocaleString('en')} ${what}`).join(', '));
if (chosen.length === 0) console.log('No group of this name.');
process.exitCode = failures === 0 && chosen.length > 0 && NOUGHT.every((what) => sums.get(what) === 0) ? 0 : 1;
