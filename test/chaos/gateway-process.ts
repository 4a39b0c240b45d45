import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { makeSecretKey } from '../../server/identity/secret-box.ts';

const READY_WITHIN = 60_000;

/** The gateway as a process of its own, that can be killed at any moment and started again. */
export class GatewayProcess {
  readonly url: string;
  readonly #environment: NodeJS.ProcessEnv;
  #process: ChildProcess | undefined;
  #said = '';

  private constructor(port: number, environment: NodeJS.ProcessEnv) {
    this.url = `http://localhost:${port}`;
    // More requests than anybody is allowed, over several starts.
    const settings = { KONTOR_RATE_LIMITS: 'off', KONTOR_SECRET_KEY: makeSecretKey() };
    this.#environment = { ...process.env, ...settings, ...environment, PORT: String(port) };
    process.once('exit', () => this.#process?.kill('SIGKILL'));
  }

  /** @param environment where its data are: `KONTOR_DATA_DIR`, and `DATABASE_URL` for a server. */
  static async on(environment: NodeJS.ProcessEnv): Promise<GatewayProcess> {
    return new GatewayProcess(await freePort(), environment);
  }

  /** Starts it and waits until it says that it is ready. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['server/main.ts'], { env: this.#environment, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#process = child;
    this.#said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => { this.#said = `${this.#said}${data}`.slice(-4000); });
    }
    const deadline = Date.now() + READY_WITHIN;
    while (!(await this.#isReady())) {
      if (child.exitCode !== null || Date.now() > deadline) throw new Error(`The gateway does not start:\n${this.#said}`);
      await delay(20);
    }
  }

  /** Ends it as a crash does: at once, with nothing tidied up. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends it as an operator does. @returns its exit code. */
  async stop(): Promise<number | null> {
    await this.#end('SIGTERM');
    return this.#process?.exitCode ?? null;
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  async #isReady(): Promise<boolean> {
    return await fetch(`${this.url}/readyz`).then(({ ok }) => ok, () => false);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('There is no free port.');
  return address.port;
}
