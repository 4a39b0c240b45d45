import { Type } from 'typebox';
import { ToPayQuery, ToPayWindow } from '../../shared/contract/to-pay.ts';
import { Id } from '../../shared/contract/value.ts';
import { listToPay } from '../domain/to-pay/list-to-pay.ts';
import { actIn } from '../http/act.ts';
import type { App, AppParts } from '../http/app-parts.ts';
import { declare } from '../http/declare.ts';

const list = declare({
  tag: 'To pay', access: 'session', summary: 'Open invoices, pro formas and due renewals of an organisation',
  description: 'Feature invoices:read and the billing right. The next two months and what is overdue, unless all is asked for.',
  params: Type.Object({ organisationId: Id }, { additionalProperties: false }),
  query: ToPayQuery,
  answers: { 200: ToPayWindow },
  problems: ['KONTOR_BILLING_RIGHT_MISSING'],
});

/** What there is to pay. */
export function toPayRoutes(app: App, parts: AppParts): void {
  app.get('/v1/organisations/:organisationId/to-pay', list, async (request) =>
    await actIn(parts, request, { feature: 'invoices:read', billing: true }, (act) => listToPay(act, request.query)));
}
