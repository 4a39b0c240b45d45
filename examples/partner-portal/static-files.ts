import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Answers with a file of `folder`, or not at all. Names that carry a hash never change; the others are
 * asked for again and answered 304 while they are the same.
 * @returns whether it answered
 */
export async function sendFile(folder: string, name: string, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const path = normalize(join(folder, name));
  const type = TYPES[extname(path)];
  if (!path.startsWith(folder + sep) || !type) return false;
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) return false;
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  response.setHeader('content-type', type);
  response.setHeader('etag', etag);
  response.setHeader('cache-control', /-[\w-]{8}\.js$/.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache');
  const same = request.headers['if-none-match'] === etag;
  response.writeHead(same ? 304 : 200).end(same ? undefined : bytes);
  return true;
}
