import { Session, SessionStep } from '../../shared/contract/session.ts';
import { chooseOrganisation } from '../domain/sessions/choose-organisation.ts';
import { endWidgetSession } from '../domain/sessions/end-widget-session.ts';
import { isEnded } from '../domain/sessions/read-standing.ts';
import { readSession } from '../domain/sessions/read-session.ts';
import { stepIntoOrganisation } from '../domain/sessions/step-into-organisation.ts';
import { actInOrganisation } from '../http/act.ts';
import type { App, AppParts } from '../http/app-parts.ts';
import { sessionOf } from '../http/authenticate.ts';
import { declare } from '../http/declare.ts';
import { Refusal } from '../http/refusal.ts';
import { sourceOf } from '../http/source-of.ts';
import type { PersonClaims } from '../identity/session-claims.ts';

const tag = 'Session';

const read = declare({
  tag, access: 'session', summary: 'Who acts, in which organisation, with which features',
  description: 'For a person who signed in at the gateway: in the organisation they used last. It stays as it is; POST steps into one.',
  answers: { 200: Session },
});

const step = declare({
  tag, access: 'session', summary: 'Step into an organisation',
  description: 'For people who signed in at the gateway: their token is good for all their organisations, and this makes one the last used. ' +
    "A widget session stays in its organisation and is refused with KONTOR_FEATURE_MISSING; the partner's backend starts another.",
  body: SessionStep,
  answers: { 200: Session },
});

const end = declare({
  tag, access: 'session', summary: 'End this widget session',
  description: 'People who signed in at the gateway sign out at its revocation endpoint, with their refresh token; here they are refused ' +
    'with KONTOR_FEATURE_MISSING.',
  answers: { 204: { description: 'Ended.' } },
});

/** The session of the token itself. */
export function sessionRoutes(app: App, parts: AppParts): void {
  app.get('/v1/session', read, async (request) => {
    const session = sessionOf(request);
    const organisation = session.organisation ?? (await organisationOf(parts, session, undefined));
    return await actInOrganisation(parts, request, organisation, {}, (act) => readSession(act, session));
  });

  app.post('/v1/session', step, async (request) => {
    const session = sessionOf(request);
    if (session.partner !== null) throw new Refusal('KONTOR_FEATURE_MISSING', 'A widget session stays in its organisation.');
    const organisation = await organisationOf(parts, session, request.body.organisation);
    return await actInOrganisation(parts, request, organisation, {}, (act) => stepIntoOrganisation(act, session));
  });

  app.delete('/v1/session', end, async (request, reply) => {
    const { id, account, partner, organisation } = sessionOf(request);
    if (partner === null) throw new Refusal('KONTOR_FEATURE_MISSING', 'People sign out at the revocation endpoint.');
    const by = { actorKind: 'person', actor: account, at: parts.clock.now(), source: sourceOf(request) } as const;
    await endWidgetSession(parts.database, { session: id, partner, organisation }, by);
    return reply.code(204).send();
  });
}

/** @throws {Refusal} KONTOR_TOKEN_REVOKED after signing out, before anything is said of organisations; KONTOR_NOT_FOUND */
async function organisationOf({ database }: AppParts, session: PersonClaims, wanted: string | undefined): Promise<string> {
  const { account } = session;
  const found = await database.transaction({ account }, async (tx) => {
    if (await isEnded(tx, session)) throw new Refusal('KONTOR_TOKEN_REVOKED');
    return await chooseOrganisation(tx, account, null, wanted);
  });
  if (!found) throw new Refusal('KONTOR_NOT_FOUND');
  return found.id;
}
