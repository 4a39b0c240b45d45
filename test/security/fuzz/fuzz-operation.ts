import fc from 'fast-check';
import type { Answer } from './answer.ts';
import type { ApiDescription, Operation } from './api-description.ts';
import { headersOf } from './credentials.ts';
import { curlLine } from './curl-line.ts';
import { examine } from './examine.ts';
import type { Finding } from './examine.ts';
import { sendByWire } from './send-by-wire.ts';
import type { WireRequest } from './send-by-wire.ts';
import { addressOf, shotsAt } from './shots.ts';
import type { Shot } from './shots.ts';
import type { Stage } from './stage.ts';

/** What became of the shots at one operation. */
export interface OperationReport {
  readonly requests: number;
  readonly byWire: number;
  /** How many were answered with what the route is for. */
  readonly successes: number;
  readonly findings: readonly Finding[];
  readonly failure: string | undefined;
}

interface Gun {
  readonly api: ApiDescription;
  readonly stage: Stage;
  /** Where the gateway listens. */
  readonly port: number;
}

class Found extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[], curl: string) {
    super(`${findings.map(({ what }) => what).join('; ')}\n      ${curl}`);
    this.findings = findings;
  }
}

/** Shoots at one operation until something is wrong or all shots are fired; what is wrong is made small first. */
export async function fuzzOperation(gun: Gun, operation: Operation, { runs, seed }: { runs: number; seed: number }): Promise<OperationReport> {
  const count = { requests: 0, byWire: 0, successes: 0 };
  const property = fc.asyncProperty(shotsAt(operation, gun.stage.known), async (shot) => {
    count.requests += 1;
    if (shot.trick) count.byWire += 1;
    const request = await requestOf(gun, operation, shot);
    const answer = await send(gun, request, shot);
    if (!answer) return;
    if (answer.status < 300 && !shot.trick) count.successes += 1;
    const asked = `${request.address} ${JSON.stringify(request.headers)} ${request.body ?? ''} ${Object.values(shot.path).join(' ')} ${shot.query.flat().join(' ')}`;
    const findings = examine(gun.api, operation, shot, answer, gun.stage, asked);
    if (findings.length > 0) throw new Found(findings, curlLine(request, shot.trick));
  });
  const { failed, errorInstance, counterexamplePath } = await fc.check(property, { numRuns: runs, seed });
  const findings = errorInstance instanceof Found ? errorInstance.findings : [];
  const message = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  const failure = failed ? `${operation.method} ${operation.path} (seed ${seed}, path ${counterexamplePath}): ${message}` : undefined;
  return { ...count, findings, failure };
}

async function requestOf({ stage }: Gun, operation: Operation, shot: Shot): Promise<WireRequest> {
  const address = addressOf(operation, shot);
  const { contentType, idempotencyKey, body } = shot;
  const headers = {
    ...(await headersOf(shot.credential, stage, operation.method, address)),
    ...(contentType === undefined ? {} : { 'content-type': contentType }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  };
  return { method: operation.method, address, headers, body };
}

async function send({ stage, port }: Gun, request: WireRequest, { trick }: Shot): Promise<Answer | undefined> {
  if (trick) return await sendByWire(port, request, trick);
  const { method, address: url, headers, body } = request;
  const answer = await stage.fixture.app.inject({ method: method as 'GET', url, headers, ...(body === undefined ? {} : { payload: body }) });
  const pairs = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
  return { status: answer.statusCode, headers: Object.fromEntries(pairs), body: answer.body };
}
