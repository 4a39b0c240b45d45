import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { STYLES_PATH } from '../../../server/identity/sign-in/pages/page.ts';
import type { Placement } from '../../../shared/contract/order.ts';
import { sampleInvoice } from '../../support/e-invoices/sample-invoice.ts';
import { toUbl } from '../../support/e-invoices/to-ubl.ts';
import { GATEWAY, ORIGIN } from '../../support/fixture.ts';
import { injectFetch, SignInClient } from '../../support/sign-in-client.ts';
import type { Furnished, TwoOrganisations } from '../two-organisations.ts';
import { WHOSE } from './route-table.ts';
import type { RouteRow, Whose } from './route-table.ts';

/** Whose organisation a request names, and whose thing in it. */
export interface Target {
  readonly whose: Whose;
  readonly thing?: Whose;
}

/** A request without its caller. */
export interface Asked {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: object | string;
}

/** Makes a request for each route that would succeed, were it not for who asks and about whose. */
export class Requests {
  readonly #stage: TwoOrganisations;
  /** A sign-in under way in somebody's browser. */
  readonly #signIn: string;
  readonly #price: Placement['gross'];

  private constructor(stage: TwoOrganisations, signIn: string, price: Placement['gross']) {
    this.#stage = stage;
    this.#signIn = signIn;
    this.#price = price;
  }

  static async for(stage: TwoOrganisations): Promise<Requests> {
    const { fixture, own: { organisation, owner, partner } } = stage;
    const { body: { token } } = await fixture.mint(partner, { person: owner, features: ['orders:write'] });
    const trial = await fixture.call(token, `/v1/organisations/${organisation}/orders/trial`, { method: 'POST', payload: cartOf(stage) });
    const { currency, totals } = trial.json();
    const browser = new SignInClient(GATEWAY, injectFetch(fixture.app));
    const page = await browser.open((await browser.request()).url);
    return new Requests(stage, page.url.pathname.split('/').at(-1) ?? '', { amount: totals.gross, currency });
  }

  async ask(row: RouteRow, target: Target): Promise<Asked> {
    const names = [...row.path.matchAll(/:(\w+)|\*/g)].map(([whole, name]) => name ?? whole);
    let url = row.path;
    for (const name of names) url = url.replace(name === '*' ? name : `:${name}`, await this.#value(name, row, target));
    if (row.path === '/sign-in/:stylesheet') url = STYLES_PATH;
    if (row.path.endsWith('/audit/export')) url += '?format=csv';
    if (row.method === 'DELETE' && row.path.endsWith('/origins')) url += `?origin=${encodeURIComponent(ORIGIN)}`;
    return { url, ...this.#body(`${row.method} ${row.path}`, target) };
  }

  async #value(name: string, { method, path }: RouteRow, { whose, thing = whose }: Target): Promise<string> {
    const [place, of] = [this.#side(whose), this.#side(thing)];
    switch (name) {
      case 'organisationId': return place?.organisation ?? uuid();
      case 'invoiceId': return (path.endsWith('/original') ? of?.imported : of?.invoice) ?? uuid();
      case 'orderId': return of ? await (method === 'GET' ? of.order : this.#openOrder(of)) : uuid();
      case 'topUpId': return of?.topUp ?? uuid();
      case 'id': return of?.session ?? uuid();
      case 'hash': return of?.logo ?? randomBytes(32).toString('hex');
      case 'code': return !of ? 'NEVER-HEARD-OF' : path.startsWith('/problems') ? 'KONTOR_NOT_FOUND' : await this.#stage.shop.code();
      case 'partnerId': return of ? (path.includes('/keys/') ? of.partner : await this.#stage.fixture.partner()).id : uuid();
      case 'keyId': return of ? await this.#freshKey(of) : uuid();
      case 'uid': return of ? this.#signIn : randomBytes(16).toString('base64url').slice(0, 21);
      case '*': return 'swagger-ui.css';
      case 'stylesheet': return '';
      default: throw new Error(`No value for ${name} of ${path}: give one in test/security/matrix/requests.ts.`);
    }
  }

  #body(route: string, target: Target): Omit<Asked, 'url'> {
    const { whose, thing = whose } = target;
    const once = { headers: { 'idempotency-key': uuid() } };
    const cart = cartOf(this.#stage);
    const organisation = this.#side(whose)?.organisation ?? uuid();
    switch (route.replace('/v1/organisations/:organisationId', '')) {
      case 'POST /v1/session': return { payload: { organisation } };
      case 'PUT /pin': return { payload: { pinned: true } };
      case 'POST /prepaid/top-ups': return { ...once, payload: { amount: { amount: 500, currency: 'CHF' }, card: 'approved' } };
      case 'POST /orders': return { payload: cart };
      case 'POST /orders/trial': return { payload: cart };
      case 'PUT /orders/:orderId': return { payload: { ...cart, revision: 1 } };
      case 'POST /orders/:orderId/placement': return { ...once, payload: { revision: 1, gross: this.#price } };
      case 'POST /promo-codes/check': return { payload: { code: 'NOBODY-MADE-IT' } };
      case 'POST /v1/widget-sessions': return { payload: { person: this.#side(thing)?.owner ?? uuid(), organisation, origin: ORIGIN, elements: ['invoice-list'], features: ['invoices:read'] } };
      case 'PUT /partners/:partnerId': return { payload: { access: 'limited' } };
      case 'POST /v1/partner/keys':
      case 'POST /v1/operator/partners/:partnerId/keys': return { payload: { name: 'Next', scopes: ['clients:read'] } };
      case 'POST /v1/operator/partners': return { payload: { name: 'Agency', paymentMode: 'client-pays' } };
      case 'POST /v1/operator/partners/:partnerId/origins': return { payload: { origin: 'https://shop.example.com' } };
      case 'POST /v1/operator/promo-codes': return { payload: { code: uuid().slice(-12), percent: 10 } };
      case 'POST /v1/operator/organisations/:organisationId/invoices': return { headers: { 'content-type': 'application/xml' }, payload: document() };
      default: return {};
    }
  }

  #side(whose: Whose): Furnished | undefined {
    return whose === 'missing' ? undefined : this.#stage[whose];
  }

  /** A key of the organisation's partner that nobody uses. */
  async #freshKey({ partner }: Furnished): Promise<string> {
    const { fixture } = this.#stage;
    const id = uuid();
    await fixture.insert('partner_key', { id, name: 'Old', scopes: [], hash: id, partner_id: partner.id, created_at: fixture.clock.now() });
    return id;
  }

  /** An order that nobody touched yet. */
  async #openOrder({ organisation, owner }: Furnished): Promise<string> {
    const { fixture } = this.#stage;
    const id = uuid();
    await fixture.insert('customer_order', { organisation_id: organisation, id, state: 'open', cart: JSON.stringify(cartOf(this.#stage)), created_by: owner, created_at: fixture.clock.now() });
    return id;
  }
}

/** What there is to ask of a route: about which organisations, and which things in them; all pairs only where `full`. */
export function targetsOf({ method, path }: RouteRow, full: boolean): Target[] {
  if (path.endsWith('/:uid')) return [{ whose: 'foreign' }, { whose: 'missing' }];
  const mint = method === 'POST' && path === '/v1/widget-sessions';
  // Partners belong to no organisation: each may let any of them in.
  const things = mint || /:organisationId\/.*:(?!partnerId)/.test(path);
  if (things) return WHOSE.flatMap((whose) => WHOSE.filter((thing) => full || whose === 'own' || thing === whose).map((thing) => ({ whose, thing })));
  const one = path === '/sign-in/:stylesheet' || (!path.includes(':') && !(method === 'POST' && path === '/v1/session'));
  return one ? [{ whose: 'own' }] : WHOSE.map((whose) => ({ whose }));
}

function cartOf({ shop }: TwoOrganisations): object {
  return { items: [{ item: shop.item.letter, quantity: 1 }], paymentMethod: 'card', codes: [] };
}

/** An e-invoice that was never imported before. */
function document(): string {
  return toUbl({ ...sampleInvoice('ubl'), number: uuid() });
}
