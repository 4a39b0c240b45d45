import assert from 'node:assert/strict';
import { DEMO_PASSWORD_HASH } from '../../../server/seed/demo-credentials.ts';
import type { ProblemCode } from '../../../shared/contract/problem.ts';
import { PROBLEMS } from '../../../shared/contract/problem.ts';
import { GATEWAY } from '../../support/fixture.ts';
import type { Fixture } from '../../support/fixture.ts';
import { injectFetch, SignInClient } from '../../support/sign-in-client.ts';

/** One named attack. It throws where the gateway lets it through. */
export interface Attack {
  readonly name: string;
  readonly run: (stage: AttackStage) => Promise<void>;
}

/** The parts of an answer that attacks look at. */
interface Answer {
  readonly statusCode: number;
  readonly body: string;
  json(): { code?: string };
}

/** A gateway to attack, and people who may sign in at it with the demo's password. */
export class AttackStage {
  readonly fixture: Fixture;

  constructor(fixture: Fixture) {
    this.fixture = fixture;
  }

  /** A browser that nobody has signed in with. */
  client(): SignInClient {
    return new SignInClient(GATEWAY, injectFetch(this.fixture.app));
  }

  async fetch(path: string, init: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Response> {
    return await injectFetch(this.fixture.app)(GATEWAY + path, init);
  }

  /** Somebody new who may sign in. */
  async email(): Promise<string> {
    const id = await this.fixture.person();
    await this.fixture.insert('account_password', { account_id: id, hash: DEMO_PASSWORD_HASH, changed_at: this.fixture.clock.now() });
    return `${id}@example.com`;
  }

  now(): number {
    return Math.floor(this.fixture.clock.now().getTime() / 1000);
  }
}

/** Fails unless the gateway refused with this code. */
export function refused({ statusCode, body, json }: Answer, code: ProblemCode, what: string): void {
  assert.equal(statusCode, PROBLEMS[code].status, `${what}: ${body.slice(0, 300)}`);
  assert.equal(json().code, code, what);
}
