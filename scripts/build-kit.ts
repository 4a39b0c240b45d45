import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Where the kit lies after a build. */
export const kitFolder = join(root, 'dist/kit');
const stamp = join(kitFolder, '.inputs');

/**
 * Builds the kit, or leaves it where nothing it is made of has changed.
 * @returns whether it was built
 */
export async function buildKit(): Promise<boolean> {
  const inputs = inputsHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) return false;
  const { build } = await import('vite');
  rmSync(kitFolder, { recursive: true, force: true });
  for (const mode of ['embed', 'elements']) {
    await build({ root, mode, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  }
  writeFileSync(stamp, inputs);
  return true;
}

/** A hash over the bytes of everything that goes into the kit. */
function inputsHash(): string {
  const hash = createHash('sha256');
  const files = globSync(['{widgets,shared}/**/*.ts', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'], { cwd: root });
  for (const file of files.sort()) hash.update(file).update('\0').update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

if (import.meta.main) await buildKit();
