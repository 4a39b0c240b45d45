import type { ImportResult } from '../../shared/contract/operator.ts';
import { decimalText } from '../../shared/money/decimal-text.ts';

/** What became of one file. */
export interface FileReport {
  readonly file: string;
  readonly result: ImportResult | undefined;
  /** Why it was refused. */
  readonly reason: string | undefined;
}

const WIDEST = 40;

/** The table at the end of a run, and the sum of it in one line. */
export function importReport(reports: readonly FileReport[], target: string): string {
  const table = reports.map(({ file: path, result, reason }) => {
    const file = path.length > WIDEST ? `…${path.slice(1 - WIDEST)}` : path;
    return result ? [outcome(result), file, result.number, result.seller, amount(result)] : ['refused', file, reason ?? '', '', ''];
  });
  const lines = [['', 'File', 'Number', 'Seller', 'Total'], ...table];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.min(WIDEST, Math.max(...lines.filter(([first]) => column < 2 || first !== 'refused').map((line) => line[column]?.length ?? 0))));
  const count = (kind: string): number => reports.filter(({ result }) => (result?.outcome ?? 'refused') === kind).length;
  const sum = `${count('added')} added, ${count('known')} already there, ${count('refused')} refused; into ${target}.`;
  return [...lines.map((line) => lineOf(line, widths)), '', sum].join('\n');
}

function outcome({ outcome, sameNumber }: ImportResult): string {
  return `${outcome}${sameNumber ? ' (same number)' : ''}`;
}

function amount({ total }: ImportResult): string {
  return `${total.currency} ${decimalText(total)}`;
}

/** A reason is as long as it is; what else is long is cut. Nothing of a file's own text may move the terminal. */
function lineOf(cells: readonly string[], widths: readonly number[]): string {
  const [first = '', file = '', ...others] = cells.map((cell) => cell.replaceAll(/[\p{Cc}\p{Cf}]/gu, '?'));
  if (first === 'refused') return `${pad(first, widths[0])}  ${pad(file, widths[1])}  ${others[0]}`;
  const [number = '', seller = '', total = ''] = others;
  const texts = [first, file, number, seller].map((cell, column) => pad(cell, widths[column]));
  return [...texts, total.padStart(widths[4] ?? 0)].join('  ').trimEnd();
}

function pad(text: string, width = 0): string {
  return (text.length > width ? `${text.slice(0, width - 1)}…` : text).padEnd(width);
}
