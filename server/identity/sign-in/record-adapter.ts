import { errors } from 'oidc-provider';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { Database, Parameter, Queryable } from '../../storage/database.ts';
import { jsonText } from '../../storage/json-text.ts';
import { secretHash } from '../secret-hash.ts';
import { endGrant } from './end-grant.ts';
import type { Ending } from './end-grant.ts';

type Stored = { payload: AdapterPayload; consumed_at: Date | null };

/** Kinds whose id is all that a thief would need. Only its hash is kept, in the row's id. */
const BEARERS = new Set(['AuthorizationCode', 'RefreshToken', 'Session']);

/**
 * Where the OpenID provider keeps one kind of its records: `sign_in_record`. The provider looks at a code
 * or refresh token before it uses it up, so two requests may both find it unused; `consume` lets the
 * database decide.
 */
export class RecordAdapter implements Adapter {
  readonly #database: Database;
  readonly #kind: string;
  readonly #ending: () => Ending;

  /** @param ending how a grant ends that ends now */
  constructor(database: Database, kind: string, ending: () => Ending) {
    this.#database = database;
    this.#kind = kind;
    this.#ending = ending;
  }

  /**
   * A browser's session is not written where its grant has ended: who signs out while a request of theirs is under
   * way stays signed out. Codes and refresh tokens of such a grant are worth nothing anyway.
   * @throws {errors.InvalidGrant} for a proof that was used already
   */
  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    const expiresAt = new Date(Date.now() + expiresIn * 1000);
    const grant = this.#grantOf(id, payload);
    await this.#database.asOwner(async (tx) => {
      if (this.#kind === 'Session' && grant !== null && !(await holdGrant(tx, grant))) return;
      const rows = await tx.query(
        `insert into sign_in_record (kind, id, grant_id, uid, payload, expires_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (kind, id) do ${this.#onConflict()} returning id`,
        [this.#kind, secretHash(id), grant, payload.uid ?? null, jsonText(this.#keptOf(payload)), expiresAt],
      );
      if (rows.length === 0) throw new errors.InvalidGrant('proof used twice at once');
    });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const [row] = await this.#run<Stored>(
      'select payload, consumed_at from sign_in_record where kind = $1 and id = $2', [this.#kind, secretHash(id)],
    );
    return row && { ...(BEARERS.has(this.#kind) ? { jti: id } : {}), ...payloadOf(row) };
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    const [row] = await this.#run<Stored>('select payload, consumed_at from sign_in_record where kind = $1 and uid = $2', [this.#kind, uid]);
    return row && payloadOf(row);
  }

  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  /**
   * Uses a code or refresh token up.
   * @throws {errors.InvalidGrant} where it was used already: all that came from its grant has then ended.
   */
  async consume(id: string): Promise<void> {
    const used = await this.#run(
      'update sign_in_record set consumed_at = $3 where kind = $1 and id = $2 and consumed_at is null returning id',
      [this.#kind, secretHash(id), new Date()],
    );
    if (used.length > 0) return;
    const [{ grant_id: grant } = { grant_id: null }] = await this.#run<{ grant_id: string | null }>(
      'select grant_id from sign_in_record where kind = $1 and id = $2', [this.#kind, secretHash(id)],
    );
    const ending = this.#ending();
    if (grant !== null) await this.#database.asOwner((tx) => endGrant(tx, grant, ending));
    throw new errors.InvalidGrant('used already, by another request at the same time');
  }

  /** A grant takes with it all that came from it: codes, refresh tokens and the browser's session. */
  async destroy(id: string): Promise<void> {
    if (this.#kind !== 'Grant') return void (await this.#run('delete from sign_in_record where kind = $1 and id = $2', [this.#kind, secretHash(id)]));
    const ending = this.#ending();
    await this.#database.asOwner((tx) => endGrant(tx, secretHash(id), ending));
  }

  async revokeByGrantId(grant: string): Promise<void> {
    await this.#run('delete from sign_in_record where kind = $1 and grant_id = $2', [this.#kind, secretHash(grant)]);
  }

  async #run<R extends Record<string, unknown>>(text: string, parameters: readonly Parameter[]): Promise<R[]> {
    return await this.#database.asOwner((tx) => tx.query<R>(text, parameters));
  }

  /** Of two requests with one DPoP proof, the second must not overwrite the first one's mark. */
  #onConflict(): string {
    if (this.#kind === 'ReplayDetection') return 'update set expires_at = excluded.expires_at where sign_in_record.expires_at < now()';
    return 'update set grant_id = excluded.grant_id, uid = excluded.uid, payload = excluded.payload, expires_at = excluded.expires_at';
  }

  /** A sign-in under way names the session it began in; its second id is enough for that. */
  #keptOf(payload: AdapterPayload): object {
    const { jti: _bearer, ...rest } = payload;
    if (BEARERS.has(this.#kind)) return rest;
    if (this.#kind !== 'Interaction' || !payload.session) return payload;
    const { cookie: _session, ...session } = payload.session;
    return { ...payload, session };
  }

  #grantOf(id: string, payload: AdapterPayload): string | null {
    const [authorization] = Object.values(payload.authorizations ?? {});
    const grant = this.#kind === 'Grant' ? id : (payload.grantId ?? authorization?.grantId);
    // A sign-in under way may be the one that replaces the grant.
    return grant === undefined || this.#kind === 'Interaction' ? null : secretHash(grant);
  }
}

/** Whether a grant stands; then it does until the transaction ends. */
async function holdGrant(tx: Queryable, grant: string): Promise<boolean> {
  const rows = await tx.query(`select 1 from sign_in_record where kind = 'Grant' and id = $1 for key share`, [grant]);
  return rows.length > 0;
}

function payloadOf({ payload, consumed_at }: Stored): AdapterPayload {
  return consumed_at ? { ...payload, consumed: Math.floor(consumed_at.getTime() / 1000) } : payload;
}
