import type { CryptoKey } from 'jose';
import type { Queryable } from '../storage/database.ts';
import { secretHash } from './secret-hash.ts';
import type { SigningKeys } from './signing-keys.ts';

/**
 * The access tokens of people who signed in at the gateway: JWTs (RFC 9068) signed with EdDSA by the
 * gateway's signing keys, bound to the client's key (`cnf.jkt`, RFC 9449). Issuer is the gateway's origin.
 * The header's `typ` tells them from widget sessions, which the same keys sign.
 */
export const ACCESS_TOKEN_TYPE = 'at+jwt';

/** Seconds that an access token lives. */
export const ACCESS_TOKEN_LIFE = 300;

/** Claims beside `iss`, `aud`, `exp` and `iat`. */
export interface AccessTokenClaims {
  /** Id of the account. */
  readonly sub: string;
  /** The token's own id, a UUIDv7. */
  readonly jti: string;
  readonly client_id: string;
  /** Features (`shared/contract/session.ts`), separated by spaces. */
  readonly scope: string;
  /** What the person granted at sign-in; it ends with sign-out and with a replayed refresh token. */
  readonly grant: string;
  /** SHA-256 thumbprint (RFC 7638) of the key that has to sign each request's proof. */
  readonly cnf: { readonly jkt: string };
}

/** The API as the tokens name it: the resource (RFC 8707) that clients ask for, and the tokens' audience. */
export function accessTokenAudience(gatewayUrl: string): string {
  return `${gatewayUrl}/v1`;
}

/** The public key of a token by its header's `kid`; undefined where no live key has it. */
export async function accessTokenKey(keys: SigningKeys, kid: string | undefined): Promise<CryptoKey | undefined> {
  return (await keys.verifier(kid))?.verify;
}

/** Whether a token's grant stands: the person has not signed out and no refresh token of theirs was replayed. */
export async function grantStands(tx: Queryable, grant: string): Promise<boolean> {
  const rows = await tx.query(`select 1 from sign_in_record where kind = 'Grant' and id = $1`, [secretHash(grant)]);
  return rows.length > 0;
}
