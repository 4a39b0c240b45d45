import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A running product as a newcomer starts it, on free ports and a data folder of its own. */
export interface Product {
  readonly gateway: string;
  readonly portal: string;
  readonly folder: string;
  /** Everything printed so far. */
  output(): string;
  /** Ends it as Ctrl-C does. @returns the exit code */
  stop(): Promise<number | null>;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
}

export interface ProductOptions {
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

export function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'kontor-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Runs `npm start`'s script. @returns when the addresses are printed; throws with the output when it ends before */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const folder = options.folder ?? makeFolder();
  const [port, portalPort] = [await freePort(), await freePort()];
  const { child, output, exited } = run(options.args ?? [], {
    KONTOR_DATA_DIR: folder, PORT: String(port), PORTAL_PORT: String(portalPort), ...options.env,
  });
  const ready = new Promise<void>((resolve) => {
    child.stdout?.on('data', () => /Ctrl-C ends/.test(output()) && resolve());
  });
  const ended = exited.then((code) => {
    throw new Error(`The product ended with ${code}:\n${output()}`);
  });
  await Promise.race([ready, ended]);
  ended.catch(() => {});
  return {
    gateway: `http://localhost:${port}`,
    portal: `http://127.0.0.1:${portalPort}`,
    folder,
    output,
    stop: () => (child.kill('SIGINT'), exited),
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Runs the start script to its end. */
export async function runStart(env: Readonly<Record<string, string>>, args: readonly string[] = []): Promise<{ code: number | null; output: string }> {
  const { output, exited } = run(args, env);
  return { code: await exited, output: output() };
}

/** Runs the import command to its end. */
export async function runImport(env: Readonly<Record<string, string>>, args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const { output, exited } = run(args, env, 'server/import.ts');
  return { code: await exited, output: output() };
}

function run(args: readonly string[], env: Readonly<Record<string, string>>, script = 'scripts/start.ts') {
  const child: ChildProcess = spawn(process.execPath, [script, ...args], { cwd: root, env: { ...process.env, ...env } });
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, output: () => text, exited };
}
