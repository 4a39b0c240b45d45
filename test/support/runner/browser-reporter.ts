import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { inspect } from 'node:util';
import type { Reporter, TestResult, TestSession, TestSuiteResult } from '@web/test-runner';
import { add, fileLine, nothing, type Tally } from './tally.ts';

/**
 * The reporter of the browser tests: one line a file, full detail of what failed.
 * @param tallyFile where the counts go as JSON when the run has ended; without it they are only shown.
 */
export function browserReporter(tallyFile: string | undefined): Reporter {
  return {
    reportTestFileResults({ logger, sessionsForTestFile, testFile }): void {
      const tally = nothing();
      const faults: string[] = [];
      for (const session of sessionsForTestFile) judge(session, tally, faults);
      logger.log(fileLine(relative(process.cwd(), testFile), tally));
      for (const fault of faults) logger.log(fault.replaceAll(/^/gm, '    '));
    },
    onTestRunFinished({ sessions }): void {
      if (!tallyFile) return;
      const total = nothing();
      for (const session of sessions) judge(session, total, []);
      writeFileSync(tallyFile, JSON.stringify(total));
    },
  };
}

/** Counts one file's session in `tally` and tells its faults, the page's own messages included. */
function judge(session: TestSession, tally: Tally, faults: string[]): void {
  const own = nothing();
  if (session.testResults) walk(session.testResults, '', own, faults);
  // Errors beside the tests' own: the module did not load, a rejection nobody caught, a time-out.
  for (const error of session.errors) {
    own.failed += 1;
    faults.push(error.stack ?? error.message);
  }
  if (own.passed + own.failed + own.skipped === 0) {
    own.failed += 1;
    faults.push('The file ran no test.');
  }
  if (own.failed === 0 && session.passed === false) {
    own.failed += 1;
    faults.push('The page failed outside its tests.');
  }
  for (const log of session.logs) faults.push(`console: ${log.map((part) => show(part)).join(' ')}`);
  for (const address of session.request404s) faults.push(`404: ${address}`);
  add(tally, own);
}

function walk(suite: TestSuiteResult, path: string, tally: Tally, faults: string[]): void {
  for (const test of suite.tests) {
    if (test.skipped) tally.skipped += 1;
    else if (test.passed) tally.passed += 1;
    else {
      tally.failed += 1;
      faults.push(describeFault(`${path}${test.name}`, test));
    }
  }
  for (const inner of suite.suites) walk(inner, `${path}${inner.name} > `, tally, faults);
}

function describeFault(name: string, { error }: TestResult): string {
  const compared = error?.expected === undefined ? '' : `\n  expected: ${error.expected}\n  actual:   ${error.actual}`;
  return `x ${name}\n  ${error?.message ?? 'failed'}${compared}\n${error?.stack ?? ''}`;
}

const show = (part: unknown): string => (typeof part === 'string' ? part : inspect(part, { depth: 4 }));
