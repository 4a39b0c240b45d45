import { globSync } from 'node:fs';
import { sep } from 'node:path';
import { runBrowserTests } from './browser-tests.ts';
import { runTool } from './command.ts';
import { runNodeTests } from './node-tests.ts';
import type { Tally } from './tally.ts';

/** One stage of the whole test run. */
export interface Phase {
  readonly name: string;
  /** Its test files; a tool's phase has none and counts as one test. */
  readonly files: readonly string[] | undefined;
  /** What must be provided before it can run. */
  readonly needs: readonly ('postgres' | 'chromium')[];
  run(files: readonly string[], signal: AbortSignal): Promise<Tally>;
}

/** Every phase, in the order of a whole run. */
function allPhases(): Phase[] {
  return [
    toolPhase('types', ['node_modules/typescript/bin/tsc', '--noEmit']),
    toolPhase('lint', ['node_modules/oxlint/bin/oxlint']),
    { name: 'repo', files: filesOf('repo'), needs: [], run: runNodeTests },
    { name: 'unit', files: filesOf('unit'), needs: ['postgres'], run: runNodeTests },
    { name: 'contract', files: filesOf('contract'), needs: ['postgres'], run: runNodeTests },
    { name: 'browser', files: filesOf('browser'), needs: ['chromium'], run: runBrowserTests },
    { name: 'e2e', files: filesOf('e2e'), needs: ['postgres', 'chromium'], run: runNodeTests },
  ];
}

/**
 * The phases that the command line asks for: by name, by a test file or by a folder of them; all without
 * a word.
 * @throws {Error} when a word names none of these.
 */
export function selectPhases(words: readonly string[]): Phase[] {
  const phases = allPhases();
  if (words.length === 0) return phases;
  const matches = (file: string, word: string): boolean => file === word || file.startsWith(`${word}/`);
  const wanted = words.map((word) => word.replace(/^\.\//, '').replace(/\/$/, '').replaceAll(sep, '/'));
  for (const word of wanted) {
    const known = phases.some(({ name, files }) => name === word || files?.some((file) => matches(file, word)));
    if (!known) throw new Error(`"${word}" is no phase (${phases.map(({ name }) => name).join(', ')}) and no test file.`);
  }
  return phases.flatMap((phase) => {
    if (wanted.includes(phase.name)) return [phase];
    const files = phase.files?.filter((file) => wanted.some((word) => matches(file, word))) ?? [];
    return files.length > 0 ? [{ ...phase, files }] : [];
  });
}

function filesOf(folder: string): string[] {
  const files = globSync(`test/${folder}/**/*.test.ts`).map((file) => file.replaceAll(sep, '/'));
  return files.toSorted();
}

/** A tool that checks the whole tree: silent when content, and one test in the count. */
function toolPhase(name: string, args: readonly string[]): Phase {
  const run = async (_files: readonly string[], signal: AbortSignal): Promise<Tally> => {
    const { code, output } = await runTool(args, signal);
    if (code !== 0) console.log(output.trimEnd());
    return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
  };
  return { name, files: undefined, needs: [], run };
}
