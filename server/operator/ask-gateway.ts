import type { Problem } from '../../shared/contract/problem.ts';
import type { OperatorRequest } from './acts.ts';

/** The gateway that a command speaks to. */
export interface AskedGateway {
  readonly address: string;
  readonly key: string;
}

/**
 * Sends an act to the running gateway.
 * @throws {RangeError} with one line for a person where it does not answer or says no
 */
export async function askGateway({ address, key }: AskedGateway, { method, path, body }: OperatorRequest): Promise<Response> {
  const headers = { authorization: `Bearer ${key}`, ...(body ? { 'content-type': 'application/json' } : {}) };
  const answer = await fetch(new URL(`/v1/operator${path}`, address), { method, headers, redirect: 'error', ...(body ? { body: JSON.stringify(body) } : {}) }).catch(() => {
    throw new RangeError(`The gateway on ${address} does not answer.`);
  });
  if (answer.ok) return answer;
  const problem = (await answer.json().catch(() => undefined)) as Problem | undefined;
  if (problem?.code === undefined) throw new RangeError(`What answers on ${address} is no Kontor gateway.`);
  if (problem.status === 401) throw new RangeError('The gateway does not take this operator key: set KONTOR_OPERATOR_KEY.');
  throw new RangeError(`${problem.detail ?? problem.title} (${problem.code})`);
}
