/**
 * `npm test`: every phase in order, all of them even if one fails, and `N passed, N failed` as the last
 * line. `npm test -- unit e2e` runs those phases, `npm test -- test/unit/money.test.ts` that file.
 * The exit code is 0 only when nothing failed.
 */
import { provideChromium } from './support/chromium.ts';
import { type Phase, selectPhases } from './support/runner/phases.ts';
import { add, nothing, type Tally } from './support/runner/tally.ts';
import { provideTestServer } from './support/test-database.ts';

const total = nothing();
const interruption = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => interruption.abort());

/** What the phases need, each provided once and only when a phase asks for it. */
const provided = new Map<string, Promise<void>>();
let stopServer = async (): Promise<void> => {};
const providers = {
  chromium: async (): Promise<void> => {
    process.env['CHROME_PATH'] = provideChromium();
  },
  postgres: async (): Promise<void> => {
    stopServer = await provideTestServer();
  },
};

async function runPhase({ name, files, needs, run }: Phase): Promise<void> {
  const started = performance.now();
  console.log(`\n${name}`);
  let tally: Tally;
  try {
    for (const need of files?.length === 0 ? [] : needs) {
      if (!provided.has(need)) provided.set(need, providers[need]());
      await provided.get(need);
    }
    tally = files?.length === 0 ? nothing() : await run(files ?? [], interruption.signal);
  } catch (error) {
    console.log(`  x ${error instanceof Error ? error.message : String(error)}`);
    tally = { passed: 0, failed: 1, skipped: 0 };
  }
  add(total, tally);
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`  ${name}: ${tally.passed} passed, ${tally.failed} failed${skipped} in ${seconds} s`);
}

async function main(): Promise<void> {
  for (const phase of selectPhases(process.argv.slice(2))) {
    if (interruption.signal.aborted) break;
    await runPhase(phase);
  }
  if (interruption.signal.aborted) throw new Error('Interrupted.');
}

try {
  await main();
} catch (error) {
  console.log(`\n${error instanceof Error ? error.message : String(error)}`);
  total.failed += 1;
} finally {
  await stopServer();
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
