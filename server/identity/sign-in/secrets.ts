import { randomBytes } from 'node:crypto';
import type { Database } from '../../storage/database.ts';
import { openSecret, sealSignInSecret } from '../sealed-rows.ts';
import type { SecretBox } from '../secret-box.ts';

const PURPOSES = ['cookie', 'form', 'dpop-nonce'] as const;
type Purpose = (typeof PURPOSES)[number];

/** 32 random bytes for each purpose. */
export type SignInSecrets = Readonly<Record<Purpose, Buffer>>;

/** The secrets of sign-in, made at first need and kept sealed; all instances share them through the database. */
export async function readSecrets(database: Database, box: SecretBox): Promise<SignInSecrets> {
  const rows = await database.asOwner(async (tx) => {
    for (const purpose of PURPOSES) {
      const sealed = sealSignInSecret(box, purpose, randomBytes(32));
      await tx.query('insert into sign_in_secret (purpose, bytes) values ($1, $2) on conflict do nothing', [purpose, sealed]);
    }
    return await tx.query<{ purpose: Purpose; bytes: Uint8Array }>('select purpose, bytes from sign_in_secret');
  });
  return Object.fromEntries(rows.map(({ purpose, bytes }) => [purpose, openSecret(box, 'sign_in_secret', purpose, bytes)])) as SignInSecrets;
}
