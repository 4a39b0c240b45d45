import type { Queryable } from '../storage/database.ts';
import { DEMO_PASSWORD_HASH } from './demo-credentials.ts';

/** Gives everybody in the database the demo's password. */
export async function seedPasswords(tx: Queryable): Promise<void> {
  await tx.query('insert into account_password (account_id, hash, changed_at) select id, $1, created_at from account', [DEMO_PASSWORD_HASH]);
}
