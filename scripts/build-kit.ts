import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Where the kit lies after a build. */
export const kitFolder = join(root, 'dist/kit');
const stamp = '.inputs';

/**
 * Builds the kit, or leaves it where nothing it is made of has changed. It is built aside and put in its
 * place when whole: a portal may be serving the old one, and another process may be building too.
 * @param onBuild called when there is something to build
 */
export async function buildKit(onBuild = (): void => {}): Promise<void> {
  const inputs = inputsHash();
  if (isBuilt(inputs)) return;
  onBuild();
  const { build } = await import('vite');
  mkdirSync(dirname(kitFolder), { recursive: true });
  const aside = mkdtempSync(`${kitFolder}-`);
  try {
    for (const mode of ['embed', 'elements']) {
      await build({ root, mode, configFile: join(root, 'vite.config.ts'), logLevel: 'warn', build: { outDir: join(aside, 'new') } });
    }
    writeFileSync(join(aside, 'new', stamp), inputs);
    putInPlace(aside, inputs);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function isBuilt(inputs: string): boolean {
  const path = join(kitFolder, stamp);
  return existsSync(path) && readFileSync(path, 'utf8') === inputs;
}

function putInPlace(aside: string, inputs: string): void {
  try {
    renameSync(kitFolder, join(aside, 'old'));
  } catch {
    // There is none, or another process has just taken it away.
  }
  try {
    renameSync(join(aside, 'new'), kitFolder);
  } catch (error) {
    // Another process was faster; with the same it is as well.
    if (!isBuilt(inputs)) throw error;
  }
}

/** A hash over the bytes of everything that goes into the kit. */
function inputsHash(): string {
  const hash = createHash('sha256');
  const files = globSync(['{widgets,shared}/**/*.ts', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'], { cwd: root });
  for (const file of files.sort()) hash.update(file).update('\0').update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

if (import.meta.main) await buildKit();
