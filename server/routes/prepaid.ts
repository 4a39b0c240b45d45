import { Type } from 'typebox';
import {
  MovementQuery, MovementWindow, PrepaidBalance, PrepaidOutlook, TOP_UP_BOUNDS, TopUp, TopUpRequest,
} from '../../shared/contract/prepaid.ts';
import { Id } from '../../shared/contract/value.ts';
import { once } from '../domain/idempotency.ts';
import { listMovements } from '../domain/prepaid/list-movements.ts';
import { readBalance } from '../domain/prepaid/read-balance.ts';
import { readOutlook } from '../domain/prepaid/read-outlook.ts';
import { readTopUp } from '../domain/prepaid/read-top-up.ts';
import { topUp } from '../domain/prepaid/top-up.ts';
import { actIn } from '../http/act.ts';
import type { App, AppParts } from '../http/app-parts.ts';
import { declare } from '../http/declare.ts';

const BASE = '/v1/organisations/:organisationId/prepaid';
const tag = 'Prepaid';
/** How long the test card's late news takes, in seconds. */
const DELAY = 5;

const InOrganisation = Type.Object({ organisationId: Id });
const OneTopUp = Type.Object({ organisationId: Id, topUpId: Id });
const billing = { feature: 'prepaid:read', billing: true } as const;

/** The prepaid account of an organisation: balance, movements and top-ups. */
export function prepaidRoutes(app: App, parts: AppParts): void {
  app.get(BASE, declare({
    summary: 'The prepaid account', tag, access: 'session',
    params: InOrganisation,
    answers: { 200: PrepaidBalance },
    problems: ['KONTOR_BILLING_RIGHT_MISSING'],
  }), (request) => actIn(parts, request, billing, readBalance));

  app.get(`${BASE}/outlook`, declare({
    summary: 'How far the prepaid account reaches, and its last 90 days', tag, access: 'session',
    description: 'Open invoices and renewals of the next twelve months, paid day by day from the available money alone: top-ups under way and free credit do not count.',
    params: InOrganisation,
    answers: { 200: PrepaidOutlook },
    problems: ['KONTOR_BILLING_RIGHT_MISSING'],
  }), (request) => actIn(parts, request, billing, readOutlook));

  app.get(`${BASE}/movements`, declare({
    summary: 'What happened on the prepaid account, newest first', tag, access: 'session',
    params: InOrganisation,
    query: MovementQuery,
    answers: { 200: MovementWindow },
    problems: ['KONTOR_BILLING_RIGHT_MISSING'],
  }), (request) => actIn(parts, request, billing, (act) => listMovements(act, request.query)));

  app.get(`${BASE}/top-ups/:topUpId`, declare({
    summary: 'One top-up', tag, access: 'session',
    params: OneTopUp,
    answers: { 200: TopUp },
    problems: ['KONTOR_BILLING_RIGHT_MISSING'],
  }), (request) => actIn(parts, request, billing, (act) => readTopUp(act, request.params.topUpId)));

  addTopUp(app, parts);
}

/** The one route here that moves money. */
function addTopUp(app: App, parts: AppParts): void {
  const delay = (parts.testCardDelaySeconds ?? DELAY) * 1000;
  const declared = declare({
    summary: 'Top up the prepaid account with the test card', tag, access: 'session',
    description: `From ${TOP_UP_BOUNDS.least} to ${TOP_UP_BOUNDS.greatest} minor units, in the organisation's currency. ` +
      'The same Idempotency-Key with the same body is answered as the first time, with the header Idempotency-Replayed.',
    params: InOrganisation,
    body: TopUpRequest,
    answers: { 201: TopUp },
    problems: [
      'KONTOR_IDEMPOTENCY_KEY_MISSING', 'KONTOR_IDEMPOTENCY_KEY_REUSED', 'KONTOR_BILLING_RIGHT_MISSING',
      'KONTOR_AMOUNT_OUT_OF_RANGE', 'KONTOR_CURRENCY_MISMATCH', 'KONTOR_CONFLICT',
    ],
  });
  const headers = Type.Object({
    'idempotency-key': Type.Optional(Type.String({ description: 'Required: 1 to 200 visible ASCII characters, new for each top-up.' })),
  });
  app.post(`${BASE}/top-ups`, { ...declared, schema: { ...declared.schema, headers } }, async (request, reply) => {
    const { body, headers: { 'idempotency-key': key } } = request;
    const demand = { feature: 'prepaid:top-up', billing: true, money: true } as const;
    const { answer, replayed } = await actIn(parts, request, demand, (act) =>
      once(act, { key, name: 'prepaid.top-up', body }, () => topUp(act, body, delay)));
    if (replayed) reply.header('idempotency-replayed', 'true');
    return await reply.code(201).send(answer);
  });
}
