import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The files that the paths mean: a file itself, of a folder every `.xml` in it and below, in order of name.
 * @throws {RangeError} with one line for a person, where a path does not exist or nothing is found
 */
export function findFiles(paths: readonly string[]): string[] {
  const files = paths.flatMap((path) => (statOf(path).isDirectory() ? xmlIn(path) : [path]));
  if (files.length === 0) throw new RangeError(`There is no .xml file in ${paths.join(', ')}.`);
  return [...new Set(files)];
}

function statOf(path: string): ReturnType<typeof statSync> & object {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new RangeError(`There is no file or folder ${path}.`);
  return stat;
}

function xmlIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.toLowerCase().endsWith('.xml'));
  return files.map((entry) => join(entry.parentPath, entry.name)).sort();
}
