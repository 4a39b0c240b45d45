import type { Queryable } from '../../storage/database.ts';

/** An image as it was uploaded. */
export interface Logo {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The logo with this SHA-256, in hexadecimal. */
export async function readLogo(tx: Queryable, hash: string): Promise<Logo | undefined> {
  const [line] = await tx.query<{ media_type: string; bytes: Uint8Array }>('select media_type, bytes from logo where hash = $1', [hash]);
  return line && { mediaType: line.media_type, bytes: line.bytes };
}
