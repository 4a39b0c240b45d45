import { Type } from 'typebox';
import { readLogo } from '../domain/organisations/read-logo.ts';
import type { App, AppParts } from '../http/app-parts.ts';
import { declare } from '../http/declare.ts';
import { Refusal } from '../http/refusal.ts';

const read = declare({
  tag: 'Organisations', access: 'public', summary: 'A logo, by the SHA-256 of its bytes',
  params: Type.Object({ hash: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, { additionalProperties: false }),
  answers: { 200: { description: 'The image.', mediaTypes: ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml'] } },
  problems: ['KONTOR_NOT_FOUND'],
});

/** An address means the same bytes for ever; an SVG opened by itself runs nothing and reaches nothing. */
const HEADERS = {
  'cache-control': 'public, max-age=31536000, immutable',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'cross-origin-resource-policy': 'cross-origin',
} as const;

/** Logos are public: whoever knows the hash has seen the picture. */
export function logoRoutes(app: App, parts: AppParts): void {
  app.get('/logos/:hash', read, async (request, reply) => {
    const logo = await readLogo(parts.database, request.params.hash);
    if (!logo) throw new Refusal('KONTOR_NOT_FOUND');
    return await reply.headers(HEADERS).type(logo.mediaType).send(Buffer.from(logo.bytes));
  });
}
