import type { InvoiceDetail, InvoiceDocument, InvoiceQuery, InvoiceWindow } from '../../contract/invoice.ts';
import type { Cart, Catalogue, Order, OrderChange, OrderQuery, OrderQuote, OrderWindow, Placement } from '../../contract/order.ts';
import type { OrganisationQuery, OrganisationRow, OrganisationWindow } from '../../contract/organisation.ts';
import type { MovementQuery, MovementWindow, PrepaidBalance, PrepaidOutlook, TopUp, TopUpRequest } from '../../contract/prepaid.ts';
import type { Product, ProductQuery, ProductWindow } from '../../contract/product.ts';
import type { PromoCheckResult } from '../../contract/promo-code.ts';
import type { Feature, Session } from '../../contract/session.ts';
import type { ToPayQuery, ToPayRow, ToPayWindow } from '../../contract/to-pay.ts';
import { mayBill } from '../../domain/rights.ts';
import type { CallOptions, KontorClient, MoneyCallOptions } from '../kontor-client.ts';
import { KontorError, type KontorErrorCode } from '../kontor-error.ts';
import { MemoryInvoices, type MemoryInvoicesOptions } from './memory-invoices.ts';
import { MemoryOrders, type MemoryOrdersOptions } from './memory-orders.ts';
import { MemoryOrganisations } from './memory-organisations.ts';
import { MemoryPrepaid, type MemoryPrepaidOptions } from './memory-prepaid.ts';
import { MemoryToPay } from './memory-to-pay.ts';

/** What the client answers from: plain rows of the contract. What is left out is empty. */
export interface MemoryClientOptions {
  readonly session: Session;
  readonly organisations?: readonly OrganisationRow[];
  readonly invoices?: MemoryInvoicesOptions['rows'];
  readonly invoiceDetails?: NonNullable<MemoryInvoicesOptions['details']>;
  readonly invoiceDocuments?: NonNullable<MemoryInvoicesOptions['documents']>;
  readonly toPay?: readonly ToPayRow[];
  readonly products?: readonly Product[];
  readonly prepaid?: MemoryPrepaidOptions;
  readonly orders?: MemoryOrdersOptions;
  /** Every call waits for it, as for a network. */
  readonly latency?: () => Promise<void>;
}

/** A client without a server, for tests and demonstrations. Rights, features, order and search are the gateway's. */
export class MemoryClient implements KontorClient {
  readonly session: Session;
  #organisations: MemoryOrganisations;
  #invoices: MemoryInvoices;
  #toPay: MemoryToPay;
  #toPayRows: readonly ToPayRow[];
  #products: readonly Product[];
  #prepaid: MemoryPrepaid;
  #orders: MemoryOrders;
  #latency: (() => Promise<void>) | undefined;
  #failure: KontorErrorCode | undefined;

  constructor(options: MemoryClientOptions) {
    const { session, organisations = [], invoices = [], invoiceDetails: details, invoiceDocuments: documents } = options;
    this.session = session;
    this.#organisations = new MemoryOrganisations({ rows: organisations });
    this.#invoices = new MemoryInvoices({ rows: invoices, ...(details && { details }), ...(documents && { documents }) });
    this.#toPayRows = options.toPay ?? [];
    this.#toPay = new MemoryToPay({ rows: this.#toPayRows, today: session.today });
    this.#products = options.products ?? [];
    this.#prepaid = new MemoryPrepaid(options.prepaid ?? emptyAccount(session));
    const shop = options.orders ?? { catalogue: [], vatBasisPoints: 0 };
    this.#orders = new MemoryOrders(shop, session, (amount, invoice) => this.#prepaid.pay(amount, invoice));
    this.#latency = options.latency;
  }

  /** Every call from now on is refused with this code; undefined lets them through again. */
  fail(code: KontorErrorCode | undefined): void {
    this.#failure = code;
  }

  can(feature: Feature): boolean {
    return this.session.features.includes(feature);
  }

  resolve(address: string): string {
    return address;
  }

  organisations(query: OrganisationQuery, options?: CallOptions): Promise<OrganisationWindow> {
    return this.#answer('organisations:list', () => this.#organisations.organisations(query), options);
  }

  pinOrganisation(organisation: string, pinned: boolean, options?: CallOptions): Promise<void> {
    return this.#answer('organisations:list', () => this.#organisations.pin(organisation, pinned), options);
  }

  invoices(query: InvoiceQuery, options?: CallOptions): Promise<InvoiceWindow> {
    return this.#answer('invoices:read', () => this.#invoices.invoices(query), options);
  }

  invoice(id: string, options?: CallOptions): Promise<InvoiceDetail> {
    return this.#answer('invoices:read', () => this.#invoices.invoice(id), options);
  }

  invoiceDocument(id: string, document: InvoiceDocument, options?: CallOptions): Promise<File> {
    return this.#answer('invoices:read', () => this.#invoices.invoiceDocument(id, document), options);
  }

  toPay(query: ToPayQuery, options?: CallOptions): Promise<ToPayWindow> {
    return this.#answer('invoices:read', () => this.#toPay.toPay(query), options);
  }

  products({ offset = 0, limit = 50 }: ProductQuery, options?: CallOptions): Promise<ProductWindow> {
    const rows = this.#products;
    return this.#answer('products:read', () => ({ rows: rows.slice(offset, offset + limit), count: rows.length }), options);
  }

  prepaidBalance(options?: CallOptions): Promise<PrepaidBalance> {
    return this.#answer('prepaid:read', () => this.#prepaid.balance(), options);
  }

  prepaidOutlook(options?: CallOptions): Promise<PrepaidOutlook> {
    return this.#answer('prepaid:read', () => this.#prepaid.outlook(this.#toPayRows, this.session.today), options);
  }

  prepaidMovements(query: MovementQuery, options?: CallOptions): Promise<MovementWindow> {
    return this.#answer('prepaid:read', () => this.#prepaid.movements(query), options);
  }

  topUp(request: TopUpRequest, options: MoneyCallOptions): Promise<TopUp> {
    return this.#answer('prepaid:top-up', () => this.#prepaid.topUp(request, options.idempotencyKey), options);
  }

  topUpState(id: string, options?: CallOptions): Promise<TopUp> {
    return this.#answer('prepaid:read', () => this.#prepaid.topUpState(id), options);
  }

  catalogue(options?: CallOptions): Promise<Catalogue> {
    return this.#answer('orders:write', () => this.#orders.catalogue(), options);
  }

  orders(query: OrderQuery, options?: CallOptions): Promise<OrderWindow> {
    return this.#answer('orders:write', () => this.#orders.orders(query), options);
  }

  order(id: string, options?: CallOptions): Promise<Order> {
    return this.#answer('orders:write', () => this.#orders.order(id), options);
  }

  createOrder(cart: Cart, options?: CallOptions): Promise<Order> {
    return this.#answer('orders:write', () => this.#orders.create(cart), options);
  }

  changeOrder(id: string, change: OrderChange, options?: CallOptions): Promise<Order> {
    return this.#answer('orders:write', () => this.#orders.change(id, change), options);
  }

  tryCart(cart: Cart, options?: CallOptions): Promise<OrderQuote> {
    return this.#answer('orders:write', () => this.#orders.try(cart), options);
  }

  placeOrder(id: string, placement: Placement, options: MoneyCallOptions): Promise<Order> {
    return this.#answer('orders:place', () => this.#orders.place(id, placement, options.idempotencyKey), options);
  }

  checkPromoCode(code: string, options?: CallOptions): Promise<PromoCheckResult> {
    return this.#answer('orders:write', () => this.#orders.check(code), options);
  }

  async #answer<T>(feature: Feature, answer: () => T, options: CallOptions = {}): Promise<T> {
    options.signal?.throwIfAborted();
    if (this.#latency) await this.#latency();
    options.signal?.throwIfAborted();
    if (this.#failure) throw new KontorError(this.#failure, 'Told to fail.');
    if (!this.can(feature)) throw new KontorError('KONTOR_FEATURE_MISSING', `The session has no ${feature}.`);
    if (feature !== 'organisations:list' && !mayBill(this.session.organisation)) {
      throw new KontorError('KONTOR_BILLING_RIGHT_MISSING', 'No billing right here.');
    }
    return answer();
  }
}

function emptyAccount({ organisation: { currency }, today }: Session): MemoryPrepaidOptions {
  const none = { amount: 0, currency };
  return { balance: { available: none, reserved: none, pending: none, freeCredit: none, owed: none, asOf: `${today}T00:00:00Z` } };
}
