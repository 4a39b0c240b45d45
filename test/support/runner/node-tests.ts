import { relative } from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { add, fileLine, nothing, skipNotes, type Tally } from './tally.ts';

/** Long enough for the slowest file on a busy machine; a file that hangs is ended and fails. */
const fileLimitMs = 300_000;

/** What has been heard of one file so far. */
interface FileReport {
  readonly file: string;
  readonly tally: Tally;
  readonly faults: string[];
  /** The names of the suites and tests around the one being told, by nesting. */
  readonly path: string[];
  output: string;
}

/** The parts of Node's test events that are read here. */
interface TestEvent {
  readonly name: string;
  readonly nesting: number;
  readonly file?: string;
  readonly line?: number;
  readonly skip?: string | boolean;
  readonly todo?: string | boolean;
  readonly details: { readonly type?: string; readonly error?: Error & { failureType?: string; exitCode?: number } };
}

/**
 * Runs files of `node:test`, each in a process of its own, two at a time, and prints one line a file and
 * the full detail of what failed. A suite is no test; a test that holds subtests counts beside them, but
 * not as failed for their sake.
 */
export async function runNodeTests(files: readonly string[], signal: AbortSignal): Promise<Tally> {
  const total = nothing();
  const waiting = files.values();
  const work = async (): Promise<void> => {
    for (const file of waiting) {
      if (signal.aborted) return;
      add(total, print(await runFile(file, signal)));
    }
  };
  await Promise.all([work(), work()]);
  return total;
}

/** One run a file: an event names the file that wrote the test, which may be a suite that several run. */
async function runFile(file: string, signal: AbortSignal): Promise<FileReport> {
  const report: FileReport = { file, tally: nothing(), faults: [], path: [], output: '' };
  const events = run({ files: [file], timeout: fileLimitMs, signal });
  events.on('test:start', ({ nesting, name }) => {
    report.path[nesting] = name;
    report.path.length = nesting + 1;
  });
  events.on('test:pass', (event) => countPass(report, event));
  events.on('test:fail', (event) => countFailure(report, event));
  for (const kind of ['test:stdout', 'test:stderr', 'test:diagnostic'] as const) {
    events.on(kind, (said) => {
      // Diagnostics without a file are Node's own summary.
      if (kind !== 'test:diagnostic') report.output += said.message;
      else if (said.file !== undefined) report.output += `${said.message}\n`;
    });
  }
  await drained(events);
  return report;
}

function drained(events: ReturnType<typeof run>): Promise<void> {
  return new Promise((resolve, reject) => {
    events.on('end', resolve);
    events.on('error', reject);
    events.resume();
  });
}

function countPass({ tally, file }: FileReport, { name, skip, todo, details }: TestEvent): void {
  // Node tells a file without tests as a passed test of the file's own name.
  if (details.type === 'suite' || isFile(name, file)) return;
  if (skip !== undefined || todo !== undefined) tally.skipped += 1;
  else tally.passed += 1;
}

function countFailure(report: FileReport, { name, nesting, file = report.file, line, details: { error } }: TestEvent): void {
  if (error?.failureType === 'subtestsFailed') return;
  report.tally.failed += 1;
  const ended = error?.exitCode === undefined ? '' : `exit code ${error.exitCode}: `;
  const title = isFile(name, report.file) ? 'the file as a whole' : [...report.path.slice(0, nesting), name].join(' > ');
  const cause = error?.cause ?? error;
  const detail = typeof cause === 'string' ? cause : inspect(cause, { depth: 6 });
  report.faults.push(`x ${title} (${relative('.', file)}:${line ?? 1})\n${ended}${detail}`);
}

const isFile = (name: string, file: string): boolean => relative('.', name) === relative('.', file);

function print({ file, tally, faults, output }: FileReport): Tally {
  const notes = skipNotes(output);
  if (tally.passed + tally.failed + tally.skipped === 0 && notes.length === 0) {
    tally.failed += 1;
    faults.push('The file ran no test.');
  }
  console.log(fileLine(file, tally));
  for (const note of notes) console.log(`     ${note}`);
  if (tally.failed === 0) return tally;
  if (output.trim()) faults.push(`output of the file:\n${output.trim()}`);
  for (const fault of faults) console.log(fault.replaceAll(/^/gm, '    '));
  return tally;
}
