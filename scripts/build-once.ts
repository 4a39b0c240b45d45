import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const stamp = '.inputs';

export interface Build {
  /** Where the result lies. */
  readonly folder: string;
  /** Patterns of all that goes into it, from the root. */
  readonly inputs: readonly string[];
  /** Modes of `vite.config.ts`; all of them build into the one folder. */
  readonly modes: readonly string[];
}

/**
 * Builds, or leaves what is there where nothing it is made of has changed. It is built aside and put in
 * its place when whole: someone may be using the old one, and another process may be building too.
 * @param onBuild called when there is something to build
 */
export async function buildOnce({ folder, inputs, modes }: Build, onBuild = (): void => {}): Promise<void> {
  const hash = hashOf([...inputs, 'scripts/{compile-eagerly,firefox-manifest,minify-templates}.ts', 'vite.config.ts', 'tsconfig.json', 'package-lock.json']);
  if (isBuilt(folder, hash)) return;
  onBuild();
  const { build } = await import('vite');
  mkdirSync(dirname(folder), { recursive: true });
  const aside = mkdtempSync(`${folder}-`);
  try {
    for (const mode of modes) {
      await build({ root, mode, configFile: join(root, 'vite.config.ts'), logLevel: 'warn', build: { outDir: join(aside, 'new') } });
    }
    writeFileSync(join(aside, 'new', stamp), hash);
    putInPlace(folder, aside, hash);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function isBuilt(folder: string, hash: string): boolean {
  const path = join(folder, stamp);
  return existsSync(path) && readFileSync(path, 'utf8') === hash;
}

function putInPlace(folder: string, aside: string, hash: string): void {
  try {
    renameSync(folder, join(aside, 'old'));
  } catch {
    // There is none, or another process has just taken it away.
  }
  try {
    renameSync(join(aside, 'new'), folder);
  } catch (error) {
    // Another process was faster; with the same it is as well.
    if (!isBuilt(folder, hash)) throw error;
  }
}

/** A hash over the bytes of all that these patterns find. */
function hashOf(patterns: readonly string[]): string {
  const hash = createHash('sha256');
  const files = globSync([...patterns], { cwd: root, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path));
  }
  return hash.digest('hex');
}
