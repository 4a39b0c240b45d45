import { randomBytes } from 'node:crypto';
import type { Database } from '../../storage/database.ts';

const PURPOSES = ['cookie', 'form', 'dpop-nonce'] as const;
type Purpose = (typeof PURPOSES)[number];

/** 32 random bytes for each purpose. */
export type SignInSecrets = Readonly<Record<Purpose, Buffer>>;

/** The secrets of sign-in, made at first need; all instances share them through the database. */
export async function readSecrets(database: Database): Promise<SignInSecrets> {
  const rows = await database.asOwner(async (tx) => {
    for (const purpose of PURPOSES) {
      await tx.query('insert into sign_in_secret (purpose, bytes) values ($1, $2) on conflict do nothing', [purpose, randomBytes(32)]);
    }
    return await tx.query<{ purpose: Purpose; bytes: Uint8Array }>('select purpose, bytes from sign_in_secret');
  });
  return Object.fromEntries(rows.map(({ purpose, bytes }) => [purpose, Buffer.from(bytes)])) as SignInSecrets;
}
