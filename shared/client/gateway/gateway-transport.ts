import type { Problem, ProblemCode } from '../../contract/problem.ts';
import type { CallOptions } from '../kontor-client.ts';
import { KontorError } from '../kontor-error.ts';
import type { WidgetTokenSource } from './widget-token-source.ts';

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
const TOKEN_REFUSALS: ReadonlySet<string> = new Set(['KONTOR_TOKEN_EXPIRED', 'KONTOR_TOKEN_REVOKED', 'KONTOR_TOKEN_INVALID']);

/** Carries calls to a gateway: token, time limit, one retry where it is safe, coded errors. */
export class GatewayTransport {
  #base: string;
  #tokens: WidgetTokenSource;

  constructor(base: string, tokens: WidgetTokenSource) {
    this.#base = base.replace(/\/+$/, '');
    this.#tokens = tokens;
  }

  resolve(address: string): string {
    return new URL(address, `${this.#base}/`).href;
  }

  async json<T>(path: string, request: GatewayRequest = {}): Promise<T> {
    const response = await this.#send(path, request);
    if (response.status === 204) return undefined as T;
    try {
      return (await response.json()) as T;
    } catch (error) {
      throw aborted(request.signal) ?? unreadable(response, error);
    }
  }

  async file(path: string, fallbackName: string, request: GatewayRequest = {}): Promise<File> {
    const response = await this.#send(path, request);
    const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? fallbackName;
    return new File([await response.blob()], name, { type: response.headers.get('content-type') ?? '' });
  }

  /** Ends the session at the gateway; the page may be closing, and nobody waits. */
  revoke(): void {
    const token = this.#tokens.held;
    if (token === undefined) return;
    const headers = { authorization: `Bearer ${token}` };
    fetch(`${this.#base}/v1/session`, { method: 'DELETE', headers, keepalive: true, credentials: 'omit' }).catch(() => {});
  }

  async #send(path: string, request: GatewayRequest): Promise<Response> {
    const repeatable = (request.method ?? 'GET') === 'GET' || request.idempotencyKey !== undefined;
    let renewed = false;
    for (let attempt = 0; ; attempt++) {
      const token = await this.#tokens.token();
      try {
        return await this.#once(path, request, token);
      } catch (error) {
        if (!(error instanceof KontorError)) throw error;
        const refused = TOKEN_REFUSALS.has(error.code) && !renewed;
        if (refused) {
          renewed = true;
          this.#tokens.drop(token);
        } else if (attempt === 0 && repeatable && RETRIED.has(error.code)) {
          await pause(RETRY_AFTER_MS, request.signal);
        } else throw error;
      }
    }
  }

  async #once(path: string, request: GatewayRequest, token: string): Promise<Response> {
    const url = new URL(`${this.#base}${path}`);
    for (const [name, value] of Object.entries(request.query ?? {})) {
      for (const item of Array.isArray(value) ? value : [value]) {
        if (item !== undefined) url.searchParams.append(name, String(item));
      }
    }
    const headers = new Headers({ authorization: `Bearer ${token}`, accept: 'application/json, application/problem+json, */*' });
    if (request.idempotencyKey !== undefined) headers.set('idempotency-key', request.idempotencyKey);
    if (request.body !== undefined) headers.set('content-type', 'application/json');
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const signal = request.signal ? AbortSignal.any([request.signal, timeout]) : timeout;
    const init: RequestInit = { method: request.method ?? 'GET', headers, signal, credentials: 'omit', cache: 'no-store' };
    if (request.body !== undefined) init.body = JSON.stringify(request.body);
    let response: Response;
    try {
      response = await fetch(url, init);
    } catch (error) {
      throw aborted(request.signal) ?? unreached(timeout, error);
    }
    if (!response.ok) throw await refusal(response);
    return response;
  }
}

function aborted(signal: AbortSignal | undefined): unknown {
  return signal?.aborted ? signal.reason : undefined;
}

function unreached(timeout: AbortSignal, cause: unknown): KontorError {
  if (timeout.aborted) return new KontorError('KONTOR_CLIENT_TIMEOUT', 'The gateway did not answer in time.', undefined, { cause });
  const offline = typeof navigator !== 'undefined' && navigator.onLine === false;
  return offline
    ? new KontorError('KONTOR_CLIENT_OFFLINE', 'The browser is offline.', undefined, { cause })
    : new KontorError('KONTOR_CLIENT_UNREACHABLE', 'The gateway could not be reached.', undefined, { cause });
}

function unreadable(response: Response, cause?: unknown): KontorError {
  const id = response.headers.get('x-request-id') ?? undefined;
  return new KontorError('KONTOR_CLIENT_ANSWER_UNREADABLE', `The answer (${response.status}) is not the gateway's.`, id, { cause });
}

async function refusal(response: Response): Promise<KontorError> {
  try {
    const problem = (await response.json()) as Problem;
    if (typeof problem.code === 'string' && problem.code.startsWith('KONTOR_')) {
      return new KontorError(problem.code as ProblemCode, problem.detail ?? problem.title, problem.requestId);
    }
  } catch {
    // Something between here and the gateway answered in its place.
  }
  return unreadable(response);
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason)), { once: true });
  });
}
