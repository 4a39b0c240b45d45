import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { runTool } from './command.ts';
import type { Tally } from './tally.ts';

const runner = 'node_modules/@web/test-runner/dist/bin.js';
const config = 'test/browser/web-test-runner.config.mjs';

/**
 * Runs files of browser tests in one @web/test-runner, whose reporter prints them and leaves the counts.
 * @throws {Error} when the runner ends without counts or says "failed" without a failed test.
 */
export async function runBrowserTests(files: readonly string[], signal: AbortSignal): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-browser-'));
  const tallyFile = join(folder, 'tally.json');
  try {
    const { code } = await runTool([runner, '--config', config, '--files', ...files], signal, {
      env: { ...process.env, KONTOR_TEST_TALLY: tallyFile },
      onOutput: (text) => process.stdout.write(stripVTControlCharacters(text).replaceAll(/^\n+/gm, '')),
    });
    if (!existsSync(tallyFile)) throw new Error(`The browser runner ended with code ${code} before its tests did.`);
    const tally = JSON.parse(readFileSync(tallyFile, 'utf8')) as Tally;
    if (code !== 0 && tally.failed === 0) throw new Error(`The browser runner ended with code ${code}.`);
    return tally;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
