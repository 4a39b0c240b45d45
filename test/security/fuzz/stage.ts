import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Feature } from '../../../shared/contract/session.ts';
import { Feature as Features } from '../../../shared/contract/session.ts';
import type { Fixture, MadePartner } from '../../support/fixture.ts';
import { ORIGIN } from '../../support/fixture.ts';
import type { Shop } from '../../support/orders/make-shop.ts';
import { SignedInPerson } from '../../support/signed-in-person.ts';
import type { Known } from './schema-values.ts';

/** One of two strangers: a person, their organisation and the partner whose portal they use. */
export interface Side {
  readonly account: string;
  readonly organisation: string;
  readonly partner: MadePartner;
  /** Of a widget session with every feature. */
  readonly token: string;
  readonly person: SignedInPerson;
  readonly invoices: readonly string[];
  readonly orders: readonly string[];
  readonly topUps: readonly string[];
  /** Texts that stand in this side's data and nowhere else. */
  readonly marks: readonly string[];
}

/** Two strangers at one gateway, and somebody without the billing right in the first one's organisation. */
export interface Stage {
  readonly fixture: Fixture;
  readonly own: Side;
  readonly foreign: Side;
  /** Token of a member of the own organisation without the billing right. */
  readonly memberToken: string;
  /** What may be sent so that something happens. */
  readonly known: Known;
}

const FEATURES: readonly Feature[] = Features.enum;

/** As many of each as are used up by an operation's shots. */
const ORIGINS = [ORIGIN, ...Array.from({ length: 20 }, (_, at) => `https://portal-${at}.example.com`)];
const FRESH_CODES = 40;

/** @param openOrders how many the own organisation has */
export async function setStage(fixture: Fixture, shop: Shop, openOrders: number): Promise<Stage> {
  const [own, foreign] = [await setSide(fixture, shop, openOrders), await setSide(fixture, shop, 1)];
  const member = await fixture.person();
  await fixture.member(own.organisation, member, 'member', false);
  const memberToken = await session(fixture, own.partner, member);
  return { fixture, own, foreign, memberToken, known: await knownOf(fixture, shop, own, foreign) };
}

/** A new widget session with every feature. */
export async function session(fixture: Fixture, partner: MadePartner, person: string): Promise<string> {
  return (await fixture.mint(partner, { person, features: FEATURES })).body.token;
}

async function setSide(fixture: Fixture, shop: Shop, openOrders: number): Promise<Side> {
  const mark = `Mark-${uuid()}`;
  const [account, organisation, partner] = [await fixture.person(mark), await fixture.organisation(mark), await fixture.partner(ORIGINS)];
  await fixture.member(organisation, account);
  await fixture.grant(organisation, partner);
  const token = await session(fixture, partner, account);
  const person = await SignedInPerson.of(fixture, account);
  await shop.fund({ organisation, account }, 500_000);
  const open = { number: null, pro_forma_number: `${mark}-P`, state: 'pro-forma', due_on: '2026-04-01', pro_forma_on: '2026-03-01' };
  const invoices = [await fixture.invoice(organisation, { number: mark }), await fixture.invoice(organisation, open), await imported(fixture, organisation)];
  const orders = await Promise.all(Array.from({ length: openOrders }, () => order(fixture, token, organisation, shop.item.hosting)));
  const topUps = [await topUp(fixture, token, organisation)];
  return { account, organisation, partner, token, person, invoices, orders, topUps, marks: [mark, account, organisation, ...invoices, ...orders, ...topUps] };
}

async function imported(fixture: Fixture, organisation: string): Promise<string> {
  const id = await fixture.invoice(organisation, { origin: 'imported', sha256: createHash('sha256').update(uuid()).digest() });
  const bytes = Buffer.from('<Invoice/>');
  await fixture.insert('invoice_original', { organisation_id: organisation, invoice_id: id, media_type: 'application/xml', bytes, imported_on: '2026-03-01' });
  return id;
}

async function order(fixture: Fixture, token: string, organisation: string, item: string): Promise<string> {
  const payload = { items: [{ item, quantity: 1 }], paymentMethod: 'prepaid', codes: [] };
  return (await fixture.call(token, `/v1/organisations/${organisation}/orders`, { method: 'POST', payload })).json().id;
}

async function topUp(fixture: Fixture, token: string, organisation: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}`, origin: ORIGIN, 'idempotency-key': uuid() };
  const payload = { amount: { amount: 2500, currency: 'CHF' }, card: 'approved' };
  return (await fixture.app.inject({ method: 'POST', url: `/v1/organisations/${organisation}/prepaid/top-ups`, headers, payload })).json().id;
}

async function knownOf(fixture: Fixture, shop: Shop, own: Side, foreign: Side): Promise<Known> {
  const bytes = Buffer.from(own.marks[0] ?? '');
  const hash = createHash('sha256').update(bytes).digest('hex');
  await fixture.insert('logo', { hash, media_type: 'image/png', bytes });
  const page = (await fixture.call(own.token, `/v1/organisations/${own.organisation}/invoices?limit=1`)).json();
  const made = await fixture.app.inject({
    method: 'POST', url: '/v1/partner/keys', headers: { authorization: `Bearer ${own.partner.key}` }, payload: { name: 'Spare', scopes: ['clients:read'] },
  });
  const { totals } = (await fixture.call(own.token, `/v1/organisations/${own.organisation}/orders/${own.orders[0]}`)).json();
  const agreed = { amount: totals.gross, currency: 'CHF' };
  return {
    // In an address a name stands in braces.
    '{organisationId}': [...times(9, own.organisation), own.organisation.toUpperCase(), foreign.organisation, uuid()],
    organisation: [own.organisation, own.organisation, foreign.organisation],
    person: [own.account, own.account, foreign.account, uuid()],
    '{invoiceId}': [...own.invoices, ...own.invoices, foreign.invoices[0], own.orders[0]],
    '{orderId}': [...own.orders, foreign.orders[0], own.invoices[0]],
    '{topUpId}': [...own.topUps, foreign.topUps[0]],
    '{id}': [uuid(), uuid().toUpperCase()],
    '{hash}': [hash, hash, '0'.repeat(64)],
    '{code}': [await shop.code(), 'KONTOR_NOT_FOUND', 'NOBODY-MADE-IT', ' code '],
    code: [...Array.from({ length: FRESH_CODES }, () => `FRESH-${uuid().slice(-12)}`), await shop.code(), 'NOBODY-MADE-IT', ' code '],
    '{partnerId}': [...times(3, own.partner.id), foreign.partner.id, uuid()],
    '{keyId}': [...times(3, made.json().key.id as string), uuid()],
    act: ['order.place', 'order', 'widget-session'],
    codes: [await shop.code(), 'NOBODY-MADE-IT', 'a\u0000b'],
    origin: [...ORIGINS, 'https://evil.test', 'http://portal.example.com'],
    item: [...times(10, Object.values(shop.item)).flat(), uuid()],
    gross: [...times(9, agreed), { ...agreed, amount: agreed.amount - 1 }, { ...agreed, currency: 'EUR' }],
    amount: [...times(6, agreed.amount), 500, 2500, 499, 1_000_000, 1_000_001, 2 ** 53 - 1],
    currency: ['CHF', 'CHF', 'CHF', 'EUR', 'XXX'],
    revision: [...times(9, 1), 2, 2 ** 31 - 1],
    after: [page.next, page.next, 'x', 'e30', 'bnVsbA'],
    'idempotency-key': Array.from({ length: 60 }, (_, at) => `key-${at}`),
  };
}

/** So that it comes up more often than the others. */
function times<T>(count: number, value: T): T[] {
  return Array.from({ length: count }, () => value);
}
