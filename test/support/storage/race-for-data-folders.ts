/**
 * One contender in a race for many data folders: `node race-for-data-folders.ts <folder>…`. Says `ready`,
 * reads the instant to start at, tries each folder at a set time so that all contenders come at once,
 * prints the number of each folder it won, and keeps those until its input ends.
 */
import { once } from 'node:events';
import { lockDataFolder } from '../../../server/storage/data-folder-lock.ts';
import { StartError } from '../../../server/start-error.ts';

const folders = process.argv.slice(2);
const millisecondsApart = 8;
process.stdin.setEncoding('utf8');
console.log('ready');
const [start] = (await once(process.stdin, 'data')) as [string];
const won: number[] = [];
for (const [index, folder] of folders.entries()) {
  const turn = Number(start) + index * millisecondsApart;
  while (Date.now() < turn);
  try {
    await lockDataFolder(folder);
    won.push(index);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
  }
}
console.log(JSON.stringify(won));
process.stdin.resume();
await once(process.stdin, 'end');
