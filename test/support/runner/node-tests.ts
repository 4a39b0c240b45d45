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
  const silent = new Set(files.map((file) => relative('.', file)));
  // Node tells the files one after the other, although two run at a time.
  let told: FileReport | undefined;
  const close = (): void => {
    if (told) add(total, print(told));
    told = undefined;
  };
  const reportOf = (path: string): FileReport => {
    const file = relative('.', path);
    if (told?.file !== file) close();
    silent.delete(file);
    told ??= { file, tally: nothing(), faults: [], path: [], output: '' };
    return told;
  };
  const events = run({ files: [...files], concurrency: 2, timeout: fileLimitMs, signal });
  events.on('test:start', ({ file = '', nesting, name }) => {
    reportOf(file).path.splice(nesting, Infinity, name);
  });
  events.on('test:pass', (event) => countPass(reportOf(event.file ?? ''), event));
  events.on('test:fail', (event) => countFailure(reportOf(event.file ?? ''), event));
  for (const kind of ['test:stdout', 'test:stderr', 'test:diagnostic'] as const) {
    events.on(kind, ({ file, message }) => {
      if (file !== undefined) reportOf(file).output += kind === 'test:diagnostic' ? `${message}\n` : message;
    });
  }
  await drained(events);
  for (const file of silent) reportOf(file);
  close();
  return total;
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

function countFailure(report: FileReport, { name, nesting, line, details: { error } }: TestEvent): void {
  if (error?.failureType === 'subtestsFailed') return;
  report.tally.failed += 1;
  const ended = error?.exitCode === undefined ? '' : `exit code ${error.exitCode}: `;
  const title = isFile(name, report.file) ? 'the file as a whole' : [...report.path.slice(0, nesting), name].join(' > ');
  const cause = error?.cause ?? error;
  const detail = typeof cause === 'string' ? cause : inspect(cause, { depth: 6 });
  report.faults.push(`x ${title} (${report.file}:${line ?? 1})\n${ended}${detail}`);
}

const isFile = (name: string, file: string): boolean => relative('.', name) === file;

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
