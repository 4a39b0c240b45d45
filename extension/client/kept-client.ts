import type { CallOptions, KontorClient, MoneyCallOptions, ReadOptions } from '../../shared/client/kontor-client.ts';
import type { InvoiceDetail, InvoiceDocument, InvoiceQuery, InvoiceWindow } from '../../shared/contract/invoice.ts';
import type { Cart, Catalogue, Order, OrderChange, OrderQuery, OrderQuote, OrderWindow, Placement } from '../../shared/contract/order.ts';
import type { OrganisationQuery, OrganisationWindow } from '../../shared/contract/organisation.ts';
import type { MovementQuery, MovementWindow, PrepaidBalance, PrepaidOutlook, TopUp, TopUpRequest } from '../../shared/contract/prepaid.ts';
import type { ProductQuery, ProductWindow } from '../../shared/contract/product.ts';
import type { PromoCheckResult } from '../../shared/contract/promo-code.ts';
import type { Feature, Language, Session } from '../../shared/contract/session.ts';
import type { ToPayQuery, ToPayWindow } from '../../shared/contract/to-pay.ts';
import { KeptAnswers, type KeptAnswersOptions } from './kept-answers.ts';
import { keptKey, keptWindowKey, ORGANISATION_COUNT_KEY } from './kept-key.ts';
import { allOrganisations, KeptOrganisations } from './kept-organisations.ts';

/** Invoices and orders kept in full, for each organisation. */
const DETAILS_KEPT = 50;

export interface KeptClientOptions extends KeptAnswersOptions {
  /** As it was kept, so that the client stands before anything is asked. */
  readonly session: Session;
  readonly gateway: string;
}

/**
 * A client that answers from what was kept before it asks: every read first tells `early` what there is,
 * and keeps what comes. Organisations are searched on the device. Offline, what was kept stands and the
 * promise rejects; writes are refused with KONTOR_CLIENT_OFFLINE.
 */
export class KeptClient implements KontorClient {
  readonly session: Session;
  #options: KeptClientOptions;
  #answers: KeptAnswers;
  #organisations: KeptOrganisations;

  constructor(options: KeptClientOptions) {
    this.session = options.session;
    this.#options = options;
    this.#answers = new KeptAnswers(options);
    this.#organisations = new KeptOrganisations(options.store, options.connection);
  }

  /** Reads resources of the organisation from the device before anybody asks, so that their first drawing has them. */
  recall(resources: readonly (readonly [resource: string, query?: Readonly<Record<string, unknown>>])[]): Promise<void> {
    const { id } = this.session.organisation;
    return this.#answers.recall(resources.map(([resource, query]) => (query && keptWindowKey(id, resource, query)) ?? keptKey(id, resource)));
  }

  can(feature: Feature): boolean {
    return this.session.features.includes(feature);
  }

  resolve(address: string): string {
    return new URL(address.replace(/^\/+/, ''), `${this.#options.gateway}/`).href;
  }

  async organisations(query: OrganisationQuery, options?: ReadOptions<OrganisationWindow>): Promise<OrganisationWindow> {
    const ask = (client: KontorClient): Promise<OrganisationWindow> => client.organisations(query, options);
    if (query.limit === 1 && query.search === undefined) return this.#answers.read(ORGANISATION_COUNT_KEY, ask, options);
    const found = await this.#organisations.find(query);
    options?.signal?.throwIfAborted();
    const answer = found ?? this.#answers.ask(ask);
    // For the next question; this one is not kept waiting.
    this.keepOrganisations();
    return answer;
  }

  /** Reads the whole list where the one on the device has grown old, for searches to come. */
  keepOrganisations(): void {
    if (!this.can('organisations:list')) return;
    this.#organisations.refresh(() => this.#answers.ask(allOrganisations)).catch(() => {});
  }

  async pinOrganisation(organisation: string, pinned: boolean, options?: CallOptions): Promise<void> {
    await this.#answers.act((client) => client.pinOrganisation(organisation, pinned, options));
    await this.#organisations.pin(organisation, pinned);
  }

  invoices(query: InvoiceQuery, options?: ReadOptions<InvoiceWindow>): Promise<InvoiceWindow> {
    return this.#window('invoices', query, (client) => client.invoices(query, options), options);
  }

  invoice(id: string, options?: ReadOptions<InvoiceDetail>): Promise<InvoiceDetail> {
    return this.#detail('invoice', id, (client) => client.invoice(id, options), options);
  }

  invoiceDocument(id: string, document: InvoiceDocument, options?: CallOptions & { readonly language?: Language }): Promise<File> {
    return this.#answers.act((client) => client.invoiceDocument(id, document, options));
  }

  toPay(query: ToPayQuery, options?: ReadOptions<ToPayWindow>): Promise<ToPayWindow> {
    return this.#window('to-pay', query, (client) => client.toPay(query, options), options);
  }

  products(query: ProductQuery, options?: ReadOptions<ProductWindow>): Promise<ProductWindow> {
    return this.#window('products', query, (client) => client.products(query, options), options);
  }

  prepaidBalance(options?: ReadOptions<PrepaidBalance>): Promise<PrepaidBalance> {
    return this.#read('prepaid', (client) => client.prepaidBalance(options), options);
  }

  prepaidOutlook(options?: ReadOptions<PrepaidOutlook>): Promise<PrepaidOutlook> {
    return this.#read('outlook', (client) => client.prepaidOutlook(options), options);
  }

  prepaidMovements(query: MovementQuery, options?: ReadOptions<MovementWindow>): Promise<MovementWindow> {
    return this.#window('movements', query, (client) => client.prepaidMovements(query, options), options);
  }

  topUp(request: TopUpRequest, options: MoneyCallOptions): Promise<TopUp> {
    return this.#answers.act((client) => client.topUp(request, options));
  }

  topUpState(id: string, options?: CallOptions): Promise<TopUp> {
    return this.#answers.act((client) => client.topUpState(id, options));
  }

  catalogue(options?: ReadOptions<Catalogue>): Promise<Catalogue> {
    return this.#read('catalogue', (client) => client.catalogue(options), options);
  }

  orders(query: OrderQuery, options?: ReadOptions<OrderWindow>): Promise<OrderWindow> {
    return this.#window('orders', query, (client) => client.orders(query, options), options);
  }

  order(id: string, options?: ReadOptions<Order>): Promise<Order> {
    return this.#detail('order', id, (client) => client.order(id, options), options);
  }

  createOrder(cart: Cart, options?: CallOptions): Promise<Order> {
    return this.#answers.act((client) => client.createOrder(cart, options));
  }

  changeOrder(id: string, change: OrderChange, options?: CallOptions): Promise<Order> {
    return this.#answers.act((client) => client.changeOrder(id, change, options));
  }

  tryCart(cart: Cart, options?: CallOptions): Promise<OrderQuote> {
    return this.#answers.act((client) => client.tryCart(cart, options));
  }

  placeOrder(id: string, placement: Placement, options: MoneyCallOptions): Promise<Order> {
    return this.#answers.act((client) => client.placeOrder(id, placement, options));
  }

  checkPromoCode(code: string, options?: CallOptions): Promise<PromoCheckResult> {
    return this.#answers.act((client) => client.checkPromoCode(code, options));
  }

  #read<T>(resource: string, ask: (client: KontorClient) => Promise<T>, options?: ReadOptions<T>): Promise<T> {
    return this.#answers.read(keptKey(this.session.organisation.id, resource), ask, options);
  }

  #window<T>(resource: string, query: Readonly<Record<string, unknown>>, ask: (client: KontorClient) => Promise<T>, options?: ReadOptions<T>): Promise<T> {
    return this.#answers.read(keptWindowKey(this.session.organisation.id, resource, query), ask, options);
  }

  async #detail<T>(resource: string, id: string, ask: (client: KontorClient) => Promise<T>, options?: ReadOptions<T>): Promise<T> {
    const value = await this.#read(`${resource}/${id}`, ask, options);
    const { store } = this.#options;
    store.forgetOld(keptKey(this.session.organisation.id, `${resource}/`), DETAILS_KEPT).catch(() => {});
    return value;
  }
}
