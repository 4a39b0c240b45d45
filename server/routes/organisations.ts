import { Type } from 'typebox';
import { OrganisationQuery, OrganisationWindow, PinChange } from '../../shared/contract/organisation.ts';
import { Id } from '../../shared/contract/value.ts';
import { mayBill } from '../../shared/domain/rights.ts';
import { today } from '../clock.ts';
import { listOrganisations } from '../domain/organisations/list-organisations.ts';
import { pinOrganisation } from '../domain/organisations/pin-organisation.ts';
import { readFacts } from '../domain/organisations/read-facts.ts';
import type { App, AppParts } from '../http/app-parts.ts';
import { sessionOf } from '../http/authenticate.ts';
import { declare } from '../http/declare.ts';
import { asPerson } from '../http/person.ts';

const tag = 'Organisations';

const list = declare({
  tag, access: 'session', summary: 'Organisations of the person that granted the partner access',
  description: 'Feature organisations:list.',
  query: OrganisationQuery,
  answers: { 200: OrganisationWindow },
});

const pin = declare({
  tag, access: 'session', summary: 'Pin an organisation to the top of the list, or let it go',
  description: 'Feature organisations:list.',
  params: Type.Object({ organisationId: Id }, { additionalProperties: false }),
  body: PinChange,
  answers: { 204: { description: 'Done.' } },
});

/** The list that a person switches organisations by. */
export function organisationRoutes(app: App, parts: AppParts): void {
  app.get('/v1/organisations', list, async (request) => {
    const window = await asPerson(parts, request, 'organisations:list', (person) => listOrganisations(person, request.query));
    const { account, partner } = sessionOf(request);
    const billed = window.rows.filter(mayBill).map(({ id }) => id);
    const facts = await parts.database.transaction({ account, partner, organisations: billed }, (tx) =>
      readFacts(tx, billed, today(parts.clock)),
    );
    return { ...window, rows: window.rows.map((row) => ({ ...row, ...facts.get(row.id) })) };
  });

  app.put('/v1/organisations/:organisationId/pin', pin, async (request, reply) => {
    const { organisationId } = request.params;
    await asPerson(parts, request, 'organisations:list', (person) => pinOrganisation(person, organisationId, request.body.pinned));
    return reply.code(204).send();
  });
}
