/** `npm run import -- <files or folders> --organisation <id>`: e-invoices into an organisation's history. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { validate as isUuid } from 'uuid';
import { readConfig } from './config.ts';
import { findFiles } from './import/find-files.ts';
import { FileRefused, openImporter } from './import/importer.ts';
import type { Importer } from './import/importer.ts';
import { importReport } from './import/report.ts';
import type { FileReport } from './import/report.ts';
import { exitWith } from './process-end.ts';

const USAGE = 'Usage: npm run import -- <files or folders> --organisation <id>';

try {
  process.exitCode = await run();
} catch (error) {
  exitWith(error);
}

/** @returns the exit code: 1 when a file was refused. */
async function run(): Promise<number> {
  const { paths, organisation } = readArguments();
  const files = findFiles(paths);
  const importer = await openImporter(readConfig(process.env), organisation, process.env['KONTOR_GATEWAY']);
  try {
    const reports: FileReport[] = [];
    for (const file of files) {
      if (process.stderr.isTTY) process.stderr.write(`\r${reports.length + 1} of ${files.length}`);
      reports.push(await importFile(importer, file));
    }
    if (process.stderr.isTTY) process.stderr.write('\r');
    console.log(importReport(reports, importer.target));
    return reports.some(({ result }) => !result) ? 1 : 0;
  } finally {
    await importer.close();
  }
}

function readArguments(): { paths: string[]; organisation: string } {
  const { values, positionals } = parse();
  const { organisation } = values;
  if (positionals.length === 0 || organisation === undefined) throw new RangeError(USAGE);
  if (!isUuid(organisation)) throw new RangeError(`${organisation} is no organisation's id. ${USAGE}`);
  return { paths: positionals, organisation: organisation.toLowerCase() };
}

function parse() {
  try {
    return parseArgs({ allowPositionals: true, options: { organisation: { type: 'string' } } });
  } catch (error) {
    throw new RangeError(`${(error as Error).message}. ${USAGE}`);
  }
}

async function importFile(importer: Importer, file: string): Promise<FileReport> {
  try {
    return { file, result: await importer.add(readFileSync(file)), reason: undefined };
  } catch (error) {
    const unreadable = (error as NodeJS.ErrnoException).syscall !== undefined;
    if (!(error instanceof FileRefused) && !unreadable) throw error;
    return { file, result: undefined, reason: (error as Error).message };
  }
}
