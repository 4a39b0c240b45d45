/**
 * A process of its own that locks a data folder: `node hold-data-folder.ts <folder>`. Waits for a line
 * on its input, tries, and says `held` or the start error's code; holds the lock until its input ends.
 */
import { once } from 'node:events';
import { announceAddress, lockDataFolder } from '../../../server/storage/data-folder-lock.ts';
import { StartError } from '../../../server/start-error.ts';

const folder = process.argv[2] ?? '';
process.stdin.setEncoding('utf8');
console.log('ready');
await once(process.stdin, 'data');
try {
  const giveBack = await lockDataFolder(folder);
  announceAddress(folder, `http://localhost:${process.pid}`);
  console.log('held');
  process.stdin.resume();
  await once(process.stdin, 'end');
  giveBack();
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.log(error.code);
  process.exit(1);
}
