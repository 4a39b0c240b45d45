import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuid } from 'uuid';
import { Fixture, ORIGIN } from '../support/fixture.ts';
import { sampleInvoice } from '../support/e-invoices/sample-invoice.ts';
import { toUbl } from '../support/e-invoices/to-ubl.ts';
import { makeShop } from '../support/orders/make-shop.ts';
import { SignedInPerson } from '../support/signed-in-person.ts';

/** Routes that change nothing, or nothing that anybody else sees, each with the reason. */
const LEAVE_NOTHING: Readonly<Record<string, string>> = {
  'PUT /v1/organisations/{organisationId}/pin': "the order of a person's own list",
  'POST /v1/organisations/{organisationId}/orders/trial': 'a price; nothing is kept',
  'POST /v1/organisations/{organisationId}/promo-codes/check': 'a question; no code is used',
};

const fixture = await Fixture.start();
const shop = await makeShop(fixture.database);
const { account, organisation, partner } = await fixture.signedIn();
const owner = await SignedInPerson.of(fixture, account);
const features = ['prepaid:top-up', 'orders:write', 'orders:place'];
const base = `/v1/organisations/${organisation}`;
const cart = { items: [{ item: shop.item.letter, quantity: 1 }], paymentMethod: 'bank-transfer', codes: [] };

type Sent = { readonly url: string; readonly payload?: object | string; readonly headers: Record<string, string> };
const by = (key: string, url: string, payload?: object | string): Sent => ({ url, headers: { authorization: `Bearer ${key}` }, ...(payload === undefined ? {} : { payload }) });
const asOperator = (url: string, payload?: object) => by(fixture.operatorKey, `/v1/operator/${url}`, payload);
const inPortal = async (url: string, payload?: object): Promise<Sent> => {
  const { body: { token } } = await fixture.mint(partner, { person: account, features });
  const sent = by(token, url, payload);
  return { ...sent, headers: { ...sent.headers, origin: ORIGIN, 'idempotency-key': uuid() } };
};
const asOwner = async (method: string, url: string, payload?: object): Promise<Sent> => ({
  url, headers: { authorization: `DPoP ${owner.token}`, dpop: await owner.proof(method, url) }, ...(payload === undefined ? {} : { payload }),
});
const json = async (method: 'POST', sent: Sent) => (await fixture.app.inject({ method, ...sent })).json();
const open = async () => json('POST', await inPortal(`${base}/orders`, cart));
const keyDraft = { name: 'Next', scopes: ['clients:read'] };
const spareKey = async () => (await json('POST', asOperator(`partners/${partner.id}/keys`, keyDraft))).key.id as string;

/** A request to every changing route that succeeds. */
const REQUESTS: Readonly<Record<string, () => Sent | Promise<Sent>>> = {
  'POST /v1/widget-sessions': () => by(partner.key, '/v1/widget-sessions', { person: account, origin: ORIGIN, elements: ['invoice-list'], features }),
  'DELETE /v1/widget-sessions/{id}': () => by(partner.key, `/v1/widget-sessions/${uuid()}`),
  'POST /v1/session': () => asOwner('POST', '/v1/session', { organisation }),
  'DELETE /v1/session': () => inPortal('/v1/session'),
  'PUT /v1/organisations/{organisationId}/pin': () => asOwner('PUT', `${base}/pin`, { pinned: true }),
  'POST /v1/organisations/{organisationId}/prepaid/top-ups': () => inPortal(`${base}/prepaid/top-ups`, { amount: { amount: 2500, currency: 'CHF' }, card: 'approved' }),
  'POST /v1/organisations/{organisationId}/orders': () => inPortal(`${base}/orders`, cart),
  'PUT /v1/organisations/{organisationId}/orders/{orderId}': async () => inPortal(`${base}/orders/${(await open()).id}`, { ...cart, revision: 1 }),
  'POST /v1/organisations/{organisationId}/orders/trial': () => inPortal(`${base}/orders/trial`, cart),
  'POST /v1/organisations/{organisationId}/orders/{orderId}/placement': async () => {
    const { id, revision, currency, totals } = await open();
    return inPortal(`${base}/orders/${id}/placement`, { revision, gross: { amount: totals.gross, currency } });
  },
  'POST /v1/organisations/{organisationId}/promo-codes/check': () => inPortal(`${base}/promo-codes/check`, { code: 'NOBODY-MADE-IT' }),
  'PUT /v1/organisations/{organisationId}/partners/{partnerId}': () => asOwner('PUT', `${base}/partners/${partner.id}`, { access: 'full' }),
  'DELETE /v1/organisations/{organisationId}/partners/{partnerId}': async () => {
    const other = await fixture.partner();
    await fixture.grant(organisation, other);
    return asOwner('DELETE', `${base}/partners/${other.id}`);
  },
  'POST /v1/partner/keys': () => by(partner.key, '/v1/partner/keys', keyDraft),
  'DELETE /v1/partner/keys/{keyId}': async () => by(partner.key, `/v1/partner/keys/${await spareKey()}`),
  'POST /v1/operator/organisations/{organisationId}/invoices': () => {
    const sent = by(fixture.operatorKey, `/v1/operator/organisations/${organisation}/invoices`, toUbl(sampleInvoice('ubl')));
    return { ...sent, headers: { ...sent.headers, 'content-type': 'application/xml' } };
  },
  'POST /v1/operator/partners': () => asOperator('partners', { name: 'Agency', paymentMode: 'client-pays' }),
  'POST /v1/operator/partners/{partnerId}/keys': () => asOperator(`partners/${partner.id}/keys`, keyDraft),
  'DELETE /v1/operator/partners/{partnerId}/keys/{keyId}': async () => asOperator(`partners/${partner.id}/keys/${await spareKey()}`),
  'POST /v1/operator/partners/{partnerId}/origins': () => asOperator(`partners/${partner.id}/origins`, { origin: 'https://new.example' }),
  'DELETE /v1/operator/partners/{partnerId}/origins': async () => {
    const other = await fixture.partner();
    return asOperator(`partners/${other.id}/origins?origin=${encodeURIComponent(ORIGIN)}`);
  },
  'POST /v1/operator/promo-codes': () => asOperator('promo-codes', { code: 'SPRING-5', percent: 5 }),
  'DELETE /v1/operator/promo-codes/{code}': async () => asOperator(`promo-codes/${await shop.code()}`),
};

async function entries(): Promise<{ act: string; address: string | null }[]> {
  return await fixture.database.asOwner((tx) => tx.query(
    'select act, address, id from audit_entry union all select act, address, id from gateway_audit_entry order by id'));
}

test('every changing route leaves an entry that says from where, or stands on the list of exceptions', async () => {
  const paths = Object.entries(fixture.app.swagger().paths ?? {});
  const routes = paths.flatMap(([path, methods]) => Object.keys(methods ?? {}).map((method) => `${method.toUpperCase()} ${path}`));
  const changing = routes.filter((route) => !/^(GET|HEAD|OPTIONS) /.test(route));
  assert.deepEqual(changing.toSorted(), Object.keys(REQUESTS).toSorted(), 'give every changing route a request in this test');
  for (const route of changing) {
    const sent = await REQUESTS[route]?.() ?? assert.fail(route);
    const before = await entries();
    const answer = await fixture.app.inject({ method: route.split(' ')[0] as 'POST', ...sent });
    assert.ok(answer.statusCode < 300, `${route}: ${answer.body}`);
    const left = (await entries()).slice(before.length);
    if (route in LEAVE_NOTHING) assert.deepEqual(left, [], `${route} leaves an entry: take it off the list of exceptions`);
    else assert.deepEqual(left.map(({ address }) => address), ['127.0.0.1'], `${route} has to leave one entry in the audit log`);
  }
});
