/** What came of some tests. Skipped ones count as neither. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

export const nothing = (): Tally => ({ passed: 0, failed: 0, skipped: 0 });

export function add(total: Tally, part: Tally): void {
  total.passed += part.passed;
  total.failed += part.failed;
  total.skipped += part.skipped;
}

/** The line a finished test file gets. */
export function fileLine(file: string, { passed, failed, skipped }: Tally): string {
  const rest = [failed > 0 ? `${failed} failed` : '', skipped > 0 ? `${skipped} skipped` : ''].filter(Boolean);
  return `  ${failed > 0 ? 'x' : 'ok'} ${file}  ${[`${passed} passed`, ...rest].join(', ')}`;
}

/** The lines of a quiet file's output that are shown all the same: tests say in them what they left out. */
export function skipNotes(output: string): string[] {
  return output.split('\n').filter((line) => /^\d+ skipped: /.test(line));
}
