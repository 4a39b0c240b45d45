import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, test } from 'node:test';
import { announceAddress, lockDataFolder, runningGateway } from '../../server/storage/data-folder-lock.ts';

const busy = 'KONTOR_START_FOLDER_BUSY';
const programs = join(import.meta.dirname, '../support/storage');
const hold = join(programs, 'hold-data-folder.ts');
const race = join(programs, 'race-for-data-folders.ts');

let folder: string;
let lock: string;
let started: Contender[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kontor-lock-'));
  lock = join(folder, 'kontor.lock');
});
afterEach(async () => {
  await Promise.all(started.map((contender) => contender.kill()));
  started = [];
  rmSync(folder, { recursive: true });
});

/** A second process that wants the folder. */
class Contender {
  readonly #child: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: AsyncIterator<string>;
  readonly pid: number;

  private constructor(program: string, folders: readonly string[]) {
    this.#child = spawn(process.execPath, [program, ...folders], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#lines = createInterface(this.#child.stdout)[Symbol.asyncIterator]();
    this.pid = this.#child.pid ?? 0;
  }

  /** A process that has loaded and waits for its turn. */
  static async ready(program = hold, folders: readonly string[] = [folder]): Promise<Contender> {
    const contender = new Contender(program, folders);
    started.push(contender);
    assert.equal(await contender.#line(), 'ready');
    return contender;
  }

  /** @returns `held`, or the code of the refusal; in a race the list of what was won. */
  async take(start = 'go'): Promise<string> {
    this.#child.stdin.write(`${start}\n`);
    return await this.#line();
  }

  async leave(): Promise<number | null> {
    this.#child.stdin.end();
    return await this.exitCode();
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.exitCode();
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  async exitCode(): Promise<number | null> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'exit');
    return this.#child.exitCode;
  }

  async #line(): Promise<string> {
    return String((await this.#lines.next()).value);
  }
}

async function holder(): Promise<Contender> {
  const contender = await Contender.ready();
  assert.equal(await contender.take(), 'held');
  return contender;
}

test('a second process is refused and ends non-zero, the first is unharmed', async () => {
  const first = await holder();
  const second = await Contender.ready();
  assert.equal(await second.take(), busy);
  assert.equal(await second.exitCode(), 1);
  assert.equal(runningGateway(folder), `http://localhost:${first.pid}`);
  assert.equal(await first.leave(), 0);
  assert.deepEqual(readdirSync(folder), []);
  assert.equal(runningGateway(folder), undefined);
});

test('so is the same process, whose refusal names the holder and the file in one line', async () => {
  const giveBack = await lockDataFolder(folder);
  await assert.rejects(lockDataFolder(folder), ({ code, message }: Error & { code: string }) => {
    return code === busy && message.includes(`process ${process.pid}`) && message.includes(lock) && !message.includes('\n');
  });
  giveBack();
  (await lockDataFolder(folder))();
});

test('the lock of a killed process is taken over', async () => {
  const first = await holder();
  await first.kill();
  assert.equal(runningGateway(folder), undefined);
  const second = await holder();
  assert.equal(runningGateway(folder), `http://localhost:${second.pid}`);
  assert.deepEqual(readdirSync(folder), ['kontor.lock']);
});

test('neither age nor silence makes a lock stale: a paused process keeps it', async () => {
  const first = await holder();
  first.signal('SIGSTOP');
  utimesSync(lock, 0, 0);
  await assert.rejects(lockDataFolder(folder), { code: busy });
  first.signal('SIGCONT');
  assert.equal(await first.leave(), 0);
});

test('of several that find a dead lock at once, exactly one wins, every time', async () => {
  await (await holder()).kill();
  const dead = readFileSync(lock);
  const folders = Array.from({ length: 100 }, (_, index) => join(folder, String(index)));
  for (const place of folders) {
    mkdirSync(place);
    writeFileSync(join(place, 'kontor.lock'), dead);
  }
  const contenders = await Promise.all([1, 2, 3].map(() => Contender.ready(race, folders)));
  const start = String(Date.now() + 50);
  const won = await Promise.all(contenders.map(async (contender) => JSON.parse(await contender.take(start)) as number[]));
  assert.deepEqual(won.flat().toSorted((a, b) => a - b), [...folders.keys()]);
});

test('who died while taking a lock over does not bar it', async () => {
  await (await holder()).kill();
  const { id, ...dead } = JSON.parse(readFileSync(lock, 'utf8')) as { id: string };
  writeFileSync(`${lock}.${id}`, JSON.stringify({ ...dead, id: 'another' }));
  const next = await holder();
  assert.deepEqual(readdirSync(folder), ['kontor.lock']);
  assert.equal(await next.leave(), 0);
});

test('a process number that is used again is not the holder', async () => {
  const giveBack = await lockDataFolder(folder);
  const mine = JSON.parse(readFileSync(lock, 'utf8')) as object;
  writeFileSync(lock, JSON.stringify({ ...mine, id: 'another', started: 'before the last start of the machine' }));
  giveBack();
  (await lockDataFolder(folder))();
  assert.deepEqual(readdirSync(folder), []);
});

test('the process of another machine or container cannot be known to be dead', async () => {
  (await lockDataFolder(folder))();
  writeFileSync(lock, JSON.stringify({ id: 'another', pid: 2 ** 22, started: '', host: 'elsewhere', address: 'http://localhost:1' }));
  await assert.rejects(lockDataFolder(folder), { code: busy });
  assert.equal(runningGateway(folder), undefined);
});

test('only the holder announces an address', async () => {
  await holder();
  assert.throws(() => announceAddress(folder, 'http://localhost:1'));
});

test('a folder that cannot be made or written is refused in one line', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  for (const place of [file, join(file, 'below'), '/proc/kontor', '/dev/null/kontor']) {
    await assert.rejects(lockDataFolder(place), ({ code, message }: Error & { code: string }) => {
      return code === 'KONTOR_START_FOLDER_UNWRITABLE' && message.includes(place) && !message.includes('\n');
    });
  }
});
