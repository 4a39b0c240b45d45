import { Type } from 'typebox';
import { WidgetSession, WidgetSessionRequest } from '../../shared/contract/session.ts';
import { Id } from '../../shared/contract/value.ts';
import { endWidgetSession } from '../domain/sessions/end-widget-session.ts';
import { startWidgetSession } from '../domain/sessions/start-widget-session.ts';
import type { App, AppParts } from '../http/app-parts.ts';
import { partnerOf } from '../http/authenticate.ts';
import { declare } from '../http/declare.ts';
import { sourceOf } from '../http/source-of.ts';

const tag = 'Widget sessions';

const start = declare({
  tag, access: 'partner', limit: 'sessions', summary: 'Start a widget session for a person signed in at the portal',
  description: 'Called by the partner\'s backend; the answer goes on to its page as it is. Where the organisation gave the partner limited access, features that move money are left out.',
  body: WidgetSessionRequest,
  answers: { 201: WidgetSession },
  problems: ['KONTOR_NOT_FOUND', 'KONTOR_FEATURE_MISSING', 'KONTOR_PARTNER_ORIGIN_REFUSED'],
});

const end = declare({
  tag, access: 'partner', summary: 'End a widget session',
  description: 'Ends it for every later request. Ending one that does not exist is no error.',
  params: Type.Object({ id: Id }, { additionalProperties: false }),
  answers: { 204: { description: 'Ended.' } },
});

/** Sessions as a partner's backend starts and ends them. */
export function widgetSessionRoutes(app: App, parts: AppParts): void {
  app.post('/v1/widget-sessions', start, async (request, reply) => {
    const { id: partner } = partnerOf(request, 'widget-sessions:write');
    const { database, clock } = parts;
    const from = { now: clock.now(), source: sourceOf(request) };
    return reply.code(201).send(await startWidgetSession({ database, tokens: app.tokens }, partner, request.body, from));
  });

  app.delete('/v1/widget-sessions/:id', end, async (request, reply) => {
    const { id: partner } = partnerOf(request, 'widget-sessions:write');
    const by = { actorKind: 'partner', actor: partner, at: parts.clock.now(), source: sourceOf(request) } as const;
    await endWidgetSession(parts.database, { session: request.params.id, partner, organisation: null }, by);
    return reply.code(204).send();
  });
}
