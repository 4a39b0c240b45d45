import { join } from 'node:path';
import { buildOnce } from './build-once.ts';

/** Where the kit lies after a build. */
export const kitFolder = join(import.meta.dirname, '../dist/kit');

/**
 * Builds the kit where anything it is made of has changed.
 * @param onBuild called when there is something to build
 */
export function buildKit(onBuild?: () => void): Promise<void> {
  return buildOnce({ folder: kitFolder, inputs: ['{widgets,shared}/**/*.ts'], modes: ['embed', 'elements', 'testing'] }, onBuild);
}

if (import.meta.main) await buildKit();
