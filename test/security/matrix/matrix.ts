import type { LightMyRequestResponse } from 'fastify';
import type { Fixture } from '../../support/fixture.ts';
import type { RecordingDatabase } from '../../support/recording-database.ts';
import { CALLERS, REFUSALS } from '../access-table.ts';
import type { Answer, Caller } from '../access-table.ts';
import type { TwoOrganisations } from '../two-organisations.ts';
import { makeCallers, MAY_READ } from './callers.ts';
import type { Callers } from './callers.ts';
import { Requests, targetsOf } from './requests.ts';
import type { Target } from './requests.ts';
import { answerTo } from './route-table.ts';
import type { RouteRow } from './route-table.ts';

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';

/** A caller asking something of a route. */
interface Cell {
  readonly row: RouteRow;
  readonly method: Method;
  readonly caller: Caller;
  readonly target: Target;
  readonly expected: Answer;
}

/** Asks every route as every caller about every organisation. */
export class Matrix {
  readonly counts = { 'cells tried': 0, 'answers held against each other': 0, leaks: 0, '5xx': 0 };
  readonly failures: string[] = [];
  readonly #fixture: Fixture;
  readonly #recorder: RecordingDatabase;
  readonly #stage: TwoOrganisations;
  readonly #callers: Callers;
  readonly #requests: Requests;
  readonly #full: boolean;

  private constructor(stage: TwoOrganisations, recorder: RecordingDatabase, callers: Callers, requests: Requests, full: boolean) {
    this.#fixture = stage.fixture;
    this.#recorder = recorder;
    this.#stage = stage;
    this.#callers = callers;
    this.#requests = requests;
    this.#full = full;
  }

  /** @param recorder what the gateway has in place of its database */
  static async on(stage: TwoOrganisations, recorder: RecordingDatabase, full: boolean): Promise<Matrix> {
    const matrix = new Matrix(stage, recorder, await makeCallers(stage), await Requests.for(stage), full);
    // What a caller meets for the first time costs statements that later requests need not.
    for (const caller of CALLERS) await matrix.#send('GET', '/v1/session', caller);
    return matrix;
  }

  /** One route, by its own method or, where it reads, by HEAD. */
  async askRoute(row: RouteRow, method = row.method as Method): Promise<void> {
    for (const caller of CALLERS) {
      const seen = new Map<string, string>();
      for (const target of targetsOf(row, this.#full)) {
        const expected = answerTo(row.kind, target.whose, caller);
        if (expected === undefined) continue;
        const elsewhere = target.thing !== undefined && target.thing !== target.whose;
        const cell: Cell = { row, method, caller, target, expected: expected === 'ok' && elsewhere ? 'absent' : expected };
        this.#compare(cell, await this.#try(cell), seen);
      }
    }
  }

  /** Methods that an address does not take, whoever asks. */
  async askOthers(path: string, rows: readonly RouteRow[], callers: readonly Caller[]): Promise<void> {
    const [row] = rows as [RouteRow];
    const taken = new Set(rows.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])));
    // These answer for themselves and know no 405.
    const status = row.kind === 'page' || /^\/(docs|openapi\.json|$)/.test(path) ? 404 : 405;
    for (const method of (['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const).filter((one) => !taken.has(one))) {
      for (const caller of callers) {
        const { url } = await this.#requests.ask({ ...row, method: 'GET' }, { whose: 'own' });
        const answer = await this.#send(method, url, caller);
        if (answer.statusCode !== status) this.#fail(`${method} ${path} as ${caller}`, `${answer.statusCode}, not ${status}`);
      }
    }
  }

  async #try({ row, method, caller, target, expected }: Cell): Promise<LightMyRequestResponse> {
    const { url, headers, payload } = await this.#requests.ask(row, target);
    this.#recorder.statements.length = 0;
    const answer = await this.#send(method, url, caller, { ...(headers ? { headers } : {}), ...(payload === undefined ? {} : { payload }) });
    const [status, code] = expected === 'ok' ? [row.ok, undefined] : REFUSALS[expected];
    const told = method === 'HEAD' ? code : codeOf(answer);
    if (answer.statusCode !== status || (row.kind !== 'page' && told !== code)) {
      this.#fail(nameOf({ row, method, caller, target }), `${answer.statusCode} ${told ?? ''}, not ${status} ${code ?? ''}`);
    }
    return answer;
  }

  async #send(method: Method, url: string, caller: Caller, more: { headers?: Readonly<Record<string, string>>; payload?: object | string } = {}): Promise<LightMyRequestResponse> {
    const headers = { ...more.headers, ...(await this.#callers[caller](method, url)) };
    const answer = await this.#fixture.app.inject({ method, url, headers, ...(more.payload === undefined ? {} : { payload: more.payload }) });
    this.counts['cells tried'] += 1;
    if (answer.statusCode >= 500) this.counts['5xx'] += 1;
    this.#watchForLeaks(`${method} ${url} as ${caller}`, answer, caller);
    return answer;
  }

  /** What stands in the data of an organisation must not reach those who may not read it, in headers neither. */
  #watchForLeaks(name: string, answer: LightMyRequestResponse, caller: Caller): void {
    const text = JSON.stringify(answer.headers) + answer.body;
    for (const whose of ['own', 'foreign'] as const) {
      const { names, money } = this.#stage[whose];
      const may = MAY_READ[caller][whose];
      const hidden = may === 'all' ? [] : may === 'names' ? money : [...names, ...money];
      if (!hidden.some((mark) => text.includes(mark))) continue;
      this.counts.leaks += 1;
      this.failures.push(`${name}: the answer holds data of the ${whose} organisation`);
    }
  }

  /** Of what is not the caller's, foreign and missing must look the same, from outside and from the database. */
  #compare(cell: Cell, answer: LightMyRequestResponse, seen: Map<string, string>): void {
    const { row, caller, target, expected } = cell;
    if (expected === 'ok' && row.kind !== 'page') return;
    const home = caller === 'outsider' ? 'foreign' : 'own';
    const place = target.whose === home ? 'home' : 'elsewhere';
    const now = this.#looks(answer);
    const before = seen.get(place);
    seen.set(place, before ?? now);
    if (before === undefined) return;
    this.counts['answers held against each other'] += 1;
    if (before !== now) this.#fail(nameOf(cell), `differs from what is answered for another that is not the caller's:\n      ${before}\n      ${now}`);
  }

  #looks({ statusCode, headers, body }: LightMyRequestResponse): string {
    const { 'x-request-id': requestId = '', date: _date, ...told } = headers;
    const statements = this.#recorder.statements.map(({ text }) => text.replaceAll(/\s+/g, ' '));
    return JSON.stringify({ statusCode, headers: told, body: body.replaceAll(String(requestId), ''), statements });
  }

  #fail(name: string, what: string): void {
    this.failures.push(`${name}: ${what}`);
  }
}

function nameOf({ row, method, caller, target: { whose, thing } }: Omit<Cell, 'expected'>): string {
  const about = thing === undefined ? whose : `${whose} organisation, ${thing} thing`;
  return `${method} ${row.path} as ${caller} (${about})`;
}

function codeOf(answer: LightMyRequestResponse): string | undefined {
  if (!String(answer.headers['content-type']).startsWith('application/problem+json')) return undefined;
  return (answer.json() as { code: string }).code;
}
