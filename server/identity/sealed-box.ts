import type { GatewayConfig } from '../config.ts';
import { StartError } from '../start-error.ts';
import type { Database } from '../storage/database.ts';
import { sealSecrets } from './sealed-rows.ts';
import { CannotOpenError, SecretBox } from './secret-box.ts';
import { keyInFolder } from './secret-key-file.ts';

/**
 * The key of this gateway, after all secrets in the database have been sealed with it. In production, which is
 * a server's database without the demo, it must have been given; elsewhere the data folder keeps one.
 * @throws {StartError}
 */
export async function sealedBox({ secretBox, databaseUrl, folder }: GatewayConfig, database: Database, seeded: boolean): Promise<SecretBox> {
  if (!secretBox && databaseUrl && !seeded) {
    throw new StartError('KONTOR_START_SECRET_KEY_MISSING', 'KONTOR_SECRET_KEY is missing: a gateway on a server\'s database needs 32 random bytes in base64url to seal its secrets with. Make a key with: openssl rand 32 | basenc --base64url | tr -d =');
  }
  const box = secretBox ?? new SecretBox([keyInFolder(folder)]);
  try {
    await database.asOwner((tx) => sealSecrets(tx, box));
  } catch (error) {
    if (!(error instanceof CannotOpenError)) throw error;
    throw new StartError('KONTOR_START_SECRET_KEY_WRONG', 'The secrets in this database were sealed with another key: give that one in KONTOR_SECRET_KEY, or in KONTOR_SECRET_KEYS_READ beside a new one.', { cause: error });
  }
  return box;
}
