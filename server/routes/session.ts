import { Session } from '../../shared/contract/session.ts';
import { endWidgetSession } from '../domain/sessions/end-widget-session.ts';
import { readSession } from '../domain/sessions/read-session.ts';
import { actIn } from '../http/act.ts';
import type { App, AppParts } from '../http/app-parts.ts';
import { sessionOf } from '../http/authenticate.ts';
import { declare } from '../http/declare.ts';

const tag = 'Session';

const read = declare({
  tag, access: 'session', summary: 'Who acts, in which organisation, with which features',
  answers: { 200: Session },
});

const end = declare({
  tag, access: 'session', summary: 'End this session',
  answers: { 204: { description: 'Ended.' } },
});

/** The session of the token itself. */
export function sessionRoutes(app: App, parts: AppParts): void {
  app.get('/v1/session', read, async (request) => await actIn(parts, request, {}, (act) => readSession(act, sessionOf(request))));

  app.delete('/v1/session', end, async (request, reply) => {
    const { id, partner } = sessionOf(request);
    await parts.database.transaction({}, (tx) => endWidgetSession(tx, id, partner, parts.clock.now()));
    return reply.code(204).send();
  });
}
