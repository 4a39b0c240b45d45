import type { FastifyRequest } from 'fastify';
import type { Feature } from '../../shared/contract/session.ts';
import { isEnded } from '../domain/sessions/read-standing.ts';
import type { Queryable } from '../storage/database.ts';
import type { AppParts } from './app-parts.ts';
import { requireFeature } from './act.ts';
import { sessionOf } from './authenticate.ts';
import { Refusal } from './refusal.ts';

/** A person looking over all their organisations: through a partner, those that granted it access. */
export interface Person {
  readonly tx: Queryable;
  readonly account: string;
  readonly partner: string | null;
  readonly now: Date;
}

/**
 * Runs `work` for the person of the session, outside any one organisation. Whether the person still
 * belongs to a widget session's organisation does not matter here: who has just lost one must be able
 * to leave it for another.
 */
export async function asPerson<T>(
  parts: AppParts, request: FastifyRequest, feature: Feature, work: (person: Person) => Promise<T>,
): Promise<T> {
  const session = sessionOf(request);
  requireFeature(session, feature);
  const { account, partner } = session;
  return await parts.database.transaction({ account, partner }, async (tx) => {
    if (await isEnded(tx, session)) throw new Refusal('KONTOR_TOKEN_REVOKED');
    return await work({ tx, account, partner, now: parts.clock.now() });
  });
}
