import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

type Environment = Readonly<Record<string, string>>;

/** A script of the product that runs until it is ended. */
export interface RunningScript {
  readonly pid: number;
  /** Everything printed so far. */
  output(): string;
  /** Ends it as Ctrl-C does. @returns the exit code */
  stop(): Promise<number | null>;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
}

/** A running product as a newcomer starts it, on free ports and a data folder of its own. */
export interface Product extends RunningScript {
  readonly gateway: string;
  readonly portal: string;
  readonly folder: string;
  /** What its processes were told; with it others run on the same ports and data. */
  readonly env: Environment;
}

export interface ProductOptions {
  readonly folder?: string;
  readonly env?: Environment;
  readonly args?: readonly string[];
  /** In a process group of its own, as a terminal does. */
  readonly group?: boolean;
}

/** How a script ended. */
export interface Ended {
  readonly code: number | null;
  /** Both streams, as a person sees them. */
  readonly output: string;
  readonly stderr: string;
}

export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'kontor-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Below the range that systems take the near end of a connection from, which would make it taken again. */
export function freePort(): Promise<number> {
  const port = 20_000 + Math.floor(Math.random() * 10_000);
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', () => freePort().then(resolve, reject));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(port)));
  });
}

/** Runs `npm start`'s script. @returns when the addresses are printed; throws with the output when it ends before */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const folder = options.folder ?? makeFolder();
  const env = {
    KONTOR_DATA_DIR: folder, PORT: String(await freePort()), PORTAL_PORT: String(await freePort()), ...options.env,
  };
  const running = await startScript('scripts/start.ts', /Ctrl-C ends/, { ...options, env });
  return { ...running, gateway: `http://localhost:${env.PORT}`, portal: `http://127.0.0.1:${env.PORTAL_PORT}`, folder, env };
}

/** Runs a script that goes on. @returns when it has printed `ready`; throws with the output when it ends before */
export async function startScript(script: string, ready: RegExp, options: Omit<ProductOptions, 'folder'> = {}): Promise<RunningScript> {
  const { child, texts, ended } = run(script, options);
  const output = (): string => texts.output;
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => ready.test(output()) && resolve());
    void ended.then(({ code }) => reject(new Error(`${script} ended with ${code}:\n${output()}`)));
  });
  return {
    pid: child.pid ?? 0,
    output,
    stop: async () => {
      child.kill('SIGINT');
      return (await ended).code;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Runs the start script to its end. */
export async function runStart(env: Environment, args: readonly string[] = []): Promise<Ended> {
  return await run('scripts/start.ts', { env, args }).ended;
}

/** Runs the import command to its end. */
export async function runImport(env: Environment, args: readonly string[]): Promise<Ended> {
  return await run('server/import.ts', { env, args }).ended;
}

function run(script: string, { args = [], env = {}, group = false }: Omit<ProductOptions, 'folder'>) {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root, env: { ...process.env, ...env }, detached: group, stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { output: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (texts.output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    texts.output += chunk.toString();
    texts.stderr += chunk.toString();
  });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, ...texts })));
  return { child, texts, ended };
}
