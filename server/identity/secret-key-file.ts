import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';
import { makeSecretKey } from './secret-box.ts';

const NAME = 'secret.key';

/**
 * The secret key of a gateway that was given none: made once and kept in its data folder, for its owner
 * alone. For development and the demo; whoever has the folder has the key.
 * @throws {StartError}
 */
export function keyInFolder(folder: string): string {
  const file = join(folder, NAME);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeNew(file);
    chmodSync(file, 0o600);
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new StartError('KONTOR_START_FOLDER_UNWRITABLE', `The secret key in ${file} cannot be read or made: ${(error as Error).message}`);
  }
}

/** Whole or not at all, and never over one that is there: a start that is killed leaves no half of a key. */
function writeNew(file: string): void {
  const aside = `${file}.${process.pid}.new`;
  try {
    writeFileSync(aside, `${makeSecretKey()}\n`, { mode: 0o600 });
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}
