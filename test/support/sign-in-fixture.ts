import { DEMO_PASSWORD_HASH } from '../../server/seed/demo-credentials.ts';
import { Fixture, GATEWAY } from './fixture.ts';
import { injectFetch, SignInClient } from './sign-in-client.ts';
import type { Fetch } from './sign-in-client.ts';

/** A gateway in this process with people who may sign in, all with the demo's password. */
export class SignInFixture {
  readonly fixture: Fixture;
  readonly fetch: Fetch;

  private constructor(fixture: Fixture) {
    this.fixture = fixture;
    this.fetch = injectFetch(fixture.app);
  }

  /** Ends with the suite or test file that starts it. */
  static async start(engine?: 'pglite' | 'postgres'): Promise<SignInFixture> {
    return new SignInFixture(await Fixture.start(engine));
  }

  /** A browser that nobody has signed in with. */
  client(): SignInClient {
    return new SignInClient(GATEWAY, this.fetch);
  }

  /** Somebody new with the demo's password. */
  async person(name?: string): Promise<{ id: string; email: string }> {
    const id = await this.fixture.person(name);
    await this.fixture.insert('account_password', { account_id: id, hash: DEMO_PASSWORD_HASH, changed_at: this.fixture.clock.now() });
    return { id, email: `${id}@example.com` };
  }

  /** How many records of a kind there are for a grant, or all. */
  async count(kind: string): Promise<number> {
    const [row] = await this.fixture.database.asOwner((tx) =>
      tx.query<{ count: bigint }>('select count(*) as count from sign_in_record where kind = $1', [kind]),
    );
    return Number(row?.count);
  }
}
