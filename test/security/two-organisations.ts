import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { Feature } from '../../shared/contract/session.ts';
import { ORIGIN } from '../support/fixture.ts';
import type { Fixture, MadePartner } from '../support/fixture.ts';
import { makeShop } from '../support/orders/make-shop.ts';
import type { Shop } from '../support/orders/make-shop.ts';

/** An organisation with something of everything, and its owner. */
export interface Furnished {
  readonly organisation: string;
  readonly owner: string;
  /** Has full access. */
  readonly partner: MadePartner;
  /** A paid invoice of our own, and one that was imported. */
  readonly invoice: string;
  readonly imported: string;
  readonly topUp: string;
  /** An order that was placed. */
  readonly order: string;
  /** A widget session of the owner. */
  readonly session: string;
  readonly logo: string;
  /** Texts that stand in this organisation's data and nowhere else: its names, then what tells of its money. */
  readonly names: readonly string[];
  readonly money: readonly string[];
}

/** Two organisations that have nothing to do with each other, with rows in every table of theirs. */
export interface TwoOrganisations {
  readonly fixture: Fixture;
  readonly shop: Shop;
  readonly own: Furnished;
  readonly foreign: Furnished;
}

export async function makeTwoOrganisations(fixture: Fixture): Promise<TwoOrganisations> {
  const shop = await makeShop(fixture.database);
  return { fixture, shop, own: await furnish(fixture, shop), foreign: await furnish(fixture, shop) };
}

async function furnish(fixture: Fixture, shop: Shop): Promise<Furnished> {
  const [name, secret] = [`Name-${uuid()}`, `Money-${uuid()}`];
  const [owner, organisation, partner] = [await fixture.person(name), await fixture.organisation(name), await fixture.partner()];
  await fixture.member(organisation, owner);
  await fixture.grant(organisation, partner);
  await shop.fund({ organisation, account: owner }, 5_000_000);
  const { body: { id: session, token } } = await fixture.mint(partner, { person: owner, features: Feature.enum });
  const documents = await addDocuments(fixture, organisation, secret);
  const topUp = await post(fixture, token, `/v1/organisations/${organisation}/prepaid/top-ups`, { amount: { amount: 2500, currency: 'CHF' }, card: 'approved' });
  const order = await placedOrder(fixture, shop, token, organisation);
  const logo = await addLogo(fixture, organisation);
  return { organisation, owner, partner, ...documents, topUp, order, session, logo, names: [name, organisation], money: [secret, ...Object.values(documents), topUp, order] };
}

async function addDocuments(fixture: Fixture, organisation: string, number: string): Promise<{ invoice: string; imported: string }> {
  const invoice = await fixture.invoice(organisation, { number });
  const imported = await fixture.invoice(organisation, { number: `${number}-I`, origin: 'imported', sha256: Buffer.from(uuid()) });
  await fixture.invoice(organisation, { number: null, pro_forma_number: `${number}-P`, state: 'pro-forma', due_on: '2026-04-01', pro_forma_on: '2026-03-01' });
  await fixture.insert('invoice_original', { organisation_id: organisation, invoice_id: imported, media_type: 'application/xml', bytes: Buffer.from(`<Invoice>${number}</Invoice>`), imported_on: '2026-03-01' });
  await fixture.insert('product', { organisation_id: organisation, id: uuid(), kind: 'web-hosting', name: number, state: 'active', started_on: '2026-01-01', renews_on: '2026-12-31', period_months: 12, net: 11_880 });
  await fixture.insert('free_credit', { organisation_id: organisation, id: uuid(), product_kind: 'web-hosting', amount: 1000, currency: 'CHF', granted_on: '2026-01-01', expires_on: '2027-01-01' });
  return { invoice, imported };
}

async function addLogo(fixture: Fixture, organisation: string): Promise<string> {
  const bytes = Buffer.from(uuid());
  const hash = createHash('sha256').update(bytes).digest('hex');
  await fixture.insert('logo', { hash, media_type: 'image/png', bytes });
  await fixture.database.asOwner((tx) => tx.query('update organisation set logo_hash = $2 where id = $1', [organisation, hash]));
  return hash;
}

/** Placed with a promo code of its own. */
async function placedOrder(fixture: Fixture, shop: Shop, token: string, organisation: string): Promise<string> {
  const url = `/v1/organisations/${organisation}/orders`;
  const cart = { items: [{ item: shop.item.domain, quantity: 1 }], paymentMethod: 'prepaid', codes: [await shop.code()] };
  const answer = await fixture.call(token, url, { method: 'POST', payload: cart });
  const { id, revision, currency, totals } = answer.json();
  await post(fixture, token, `${url}/${id}/placement`, { revision, gross: { amount: totals.gross, currency } });
  return id;
}

/** Once. @returns the id of what it made. @throws {Error} where it was refused */
async function post(fixture: Fixture, token: string, url: string, payload: object): Promise<string> {
  const headers = { authorization: `Bearer ${token}`, origin: ORIGIN, 'idempotency-key': uuid() };
  const answer = await fixture.app.inject({ method: 'POST', url, headers, payload });
  if (answer.statusCode > 201) throw new Error(`The stage could not be set: ${url} answered ${answer.body}`);
  return answer.json().id;
}
