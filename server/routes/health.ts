import { Type } from 'typebox';
import type { App, AppParts } from '../http/app-parts.ts';
import { declare } from '../http/declare.ts';
import { schemaVersion } from '../storage/schema-version.ts';

const tag = 'Operation';
const Alive = Type.Object({ status: Type.Literal('alive') }, { additionalProperties: false });
const Ready = Type.Object(
  { status: Type.Literal('ready'), engine: Type.Enum(['pglite', 'postgres']), migration: Type.Integer() },
  { additionalProperties: false },
);
const Keys = Type.Object({ keys: Type.Array(Type.Record(Type.String(), Type.Unknown())) }, { additionalProperties: false });

const health = declare({ tag, access: 'public', summary: 'The process lives', answers: { 200: Alive } });
const ready = declare({ tag, access: 'public', summary: 'The gateway can serve: its database answers', answers: { 200: Ready } });
const jwks = declare({
  tag, access: 'public', summary: "Public keys that sign widget sessions and people's tokens (RFC 7517)",
  answers: { 200: Keys },
});

/** What an operator's machinery asks. */
export function healthRoutes(app: App, { database }: AppParts): void {
  app.get('/healthz', health, async () => ({ status: 'alive' as const }));

  app.get('/readyz', ready, async () => {
    const migration = await schemaVersion(database);
    return { status: 'ready' as const, engine: database.engine, migration };
  });

  app.get('/.well-known/jwks.json', jwks, async (_request, reply) => {
    const keys = await app.tokens.keys.publicKeys();
    return await reply.header('cache-control', 'public, max-age=300').header('access-control-allow-origin', '*').send({ keys: [...keys] as Record<string, unknown>[] });
  });
}
