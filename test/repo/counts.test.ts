import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runTool } from '../support/runner/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'kontor-counts-'));
after(() => rmSync(folder, { recursive: true }));

const start = "import { before, describe, it, test } from 'node:test';\n";
const throwing = "() => { throw new Error('expected'); }";
/** Test files by name, with what the run has to make of them: passed, failed, skipped. */
const files: Record<string, [text: string, counts: [number, number, number]]> = {
  plain: [`test('a', () => {}); describe('b', () => { it('c', () => {}); it('d', ${throwing}); });`, [2, 1, 0]],
  nested: [`test('a', async (t) => { await t.test('b', () => {}); await t.test('c', ${throwing}); });`, [1, 1, 0]],
  hook: [`describe('a', () => { before(${throwing}); it('b', () => {}); });`, [0, 2, 0]],
  skipped: ["test('a', { skip: true }, () => {}); test('b', () => {});", [1, 0, 1]],
  late: [`test('a', () => {}); test('b', () => { setTimeout(${throwing}, 50); });`, [2, 1, 0]],
  broken: ["import './missing.ts';", [0, 1, 0]],
  exiting: ["test('a', () => process.exit(3));", [0, 1, 0]],
  shared: ["import './plain.test.ts';", [2, 1, 0]],
  empty: ['export const a = 1;', [0, 1, 0]],
  without: ["console.log('3 skipped: no samples');", [0, 0, 0]],
};

test('the run counts every kind of outcome', async () => {
  for (const [name, [text]] of Object.entries(files)) writeFileSync(join(folder, `${name}.test.ts`), start + text);
  const runner = fileURLToPath(new URL('../support/runner/node-tests.ts', import.meta.url));
  const script = `import { runNodeTests } from ${JSON.stringify(runner)};
    for (const name of ${JSON.stringify(Object.keys(files))}) {
      const tally = await runNodeTests(['${folder}/' + name + '.test.ts'], new AbortController().signal);
      console.log('tally ' + [name, tally.passed, tally.failed, tally.skipped].join());
    }`;
  writeFileSync(join(folder, 'run.mjs'), script);
  // Node refuses a run inside a run, which it knows by this variable.
  const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
  const { output } = await runTool([join(folder, 'run.mjs')], new AbortController().signal, { env });
  const told = [...output.matchAll(/^tally (.*)$/gm)].map(([, counts]) => counts);
  assert.deepEqual(told, Object.entries(files).map(([name, [, counts]]) => [name, ...counts].join()), output);
});
