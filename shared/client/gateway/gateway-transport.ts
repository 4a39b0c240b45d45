import type { Problem, ProblemCode } from '../../contract/problem.ts';
import type { CallOptions } from '../kontor-client.ts';
import { KontorError } from '../kontor-error.ts';
import type { Authorisation, ProofHeaders } from './authorisation.ts';
import { untilAborted } from './until-aborted.ts';

export interface GatewayRequest extends CallOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
}

const TIMEOUT_MS = 20_000;
/** A read that did not reach the gateway, or met it while it starts, is tried once more. */
const RETRY_AFTER_MS = 400;
const RETRIED: ReadonlySet<string> = new Set(['KONTOR_CLIENT_UNREACHABLE', 'KONTOR_DATABASE_UNAVAILABLE']);
/** A proof is refused when one of the clocks was set anew; the next token tells how far they are apart. */
const TOKEN_REFUSALS: ReadonlySet<string> = new Set([
  'KONTOR_TOKEN_EXPIRED', 'KONTOR_TOKEN_REVOKED', 'KONTOR_TOKEN_INVALID', 'KONTOR_DPOP_INVALID',
]);

/** Carries calls to a gateway: proof of who asks, time limit, one retry where it is safe, coded errors. */
export class GatewayTransport {
  #base: string;
  #authorisation: Authorisation;

  /**
   * @param base address of the gateway; a path in it stands before every other
   * @throws {KontorError} KONTOR_CLIENT_NOT_CONFIGURED where it is none
   */
  constructor(base: string, authorisation: Authorisation) {
    if (!/^https?:\/\//i.test(base) || !URL.canParse(base)) {
      throw new KontorError('KONTOR_CLIENT_NOT_CONFIGURED', 'The gateway is no http address.');
    }
    this.#base = base.replace(/\/+$/, '');
    this.#authorisation = authorisation;
  }

  resolve(address: string): string {
    return new URL(address.replace(/^\/+/, ''), `${this.#base}/`).href;
  }

  json<T>(path: string, request: GatewayRequest = {}): Promise<T> {
    return this.#send(path, request, async (response) => (response.status === 204 ? undefined : readJson(response)) as T);
  }

  file(path: string, request: GatewayRequest = {}): Promise<File> {
    return this.#send(path, request, readFile);
  }

  /** Ends the session at the gateway and every later call; the page may be closing, and nobody waits. */
  end(): void {
    this.#authorisation.end((headers) => {
      fetch(`${this.#base}/v1/session`, { method: 'DELETE', headers, keepalive: true, credentials: 'omit' }).catch(() => {});
    });
  }

  async #send<T>(path: string, request: GatewayRequest, read: (response: Response) => Promise<T>): Promise<T> {
    const repeatable = (request.method ?? 'GET') === 'GET' || request.idempotencyKey !== undefined;
    let renewed = false;
    let retried = false;
    for (;;) {
      request.signal?.throwIfAborted();
      const address = addressOf(this.#base + path, request.query ?? {});
      const proof = await untilAborted(this.#authorisation.headers(request.method ?? 'GET', address.href), request.signal);
      try {
        return await this.#once(address, request, proof, read);
      } catch (error) {
        if (!(error instanceof KontorError)) throw error;
        if (TOKEN_REFUSALS.has(error.code) && !renewed) {
          renewed = true;
          this.#authorisation.drop(proof);
        } else if (repeatable && !retried && RETRIED.has(error.code)) {
          retried = true;
          await untilAborted(pause(RETRY_AFTER_MS), request.signal);
        } else throw error;
      }
    }
  }

  async #once<T>(address: URL, request: GatewayRequest, proof: ProofHeaders, read: (response: Response) => Promise<T>): Promise<T> {
    const { method = 'GET', body, idempotencyKey } = request;
    const headers = new Headers({ ...proof, accept: 'application/json, application/problem+json, */*' });
    if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey);
    if (body !== undefined) headers.set('content-type', 'application/json');
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const signal = request.signal ? AbortSignal.any([request.signal, timeout]) : timeout;
    const init: RequestInit = { method, headers, signal, credentials: 'omit', cache: 'no-store' };
    if (body !== undefined) init.body = JSON.stringify(body);
    try {
      const response = await fetch(address, init);
      if (!response.ok) throw await refusal(response);
      return await read(response);
    } catch (error) {
      if (error instanceof KontorError) throw error;
      request.signal?.throwIfAborted();
      throw unreached(timeout, error);
    }
  }
}

function addressOf(address: string, query: Readonly<Record<string, unknown>>): URL {
  const url = new URL(address);
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined) url.searchParams.append(name, String(item));
    }
  }
  return url;
}

/** Text first, so that a connection that breaks in the middle is told from an answer that is no JSON. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable(response, error);
  }
}

/** Every document comes under its name; a page of something in between does not. */
async function readFile(response: Response): Promise<File> {
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  if (name === undefined) throw unreadable(response);
  return new File([await response.blob()], name, { type: response.headers.get('content-type') ?? '' });
}

async function refusal(response: Response): Promise<KontorError> {
  const problem = (await readJson(response)) as Partial<Problem> | null;
  if (!problem?.code?.startsWith?.('KONTOR_')) return unreadable(response);
  return new KontorError(problem.code as ProblemCode, problem.detail ?? problem.title ?? problem.code, problem.requestId);
}

/** Something between here and the gateway answered in its place. */
function unreadable(response: Response, cause?: unknown): KontorError {
  const id = response.headers.get('x-request-id') ?? undefined;
  return new KontorError('KONTOR_CLIENT_ANSWER_UNREADABLE', `The answer (${response.status}) is not the gateway's.`, id, { cause });
}

function unreached(timeout: AbortSignal, cause: unknown): KontorError {
  const offline = typeof navigator !== 'undefined' && navigator.onLine === false;
  const code = timeout.aborted ? 'KONTOR_CLIENT_TIMEOUT' : offline ? 'KONTOR_CLIENT_OFFLINE' : 'KONTOR_CLIENT_UNREACHABLE';
  return new KontorError(code, code, undefined, { cause });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
