import type { FastifyReply } from 'fastify';

/** Bytes to be saved, under a name that needs no quoting. */
export interface SentFile {
  readonly mediaType: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Sends a file to be saved. Whoever opens it in the browser all the same gets a page that can do nothing. */
export async function sendFile(reply: FastifyReply, { mediaType, fileName, bytes }: SentFile): Promise<FastifyReply> {
  return await reply
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .type(mediaType)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
