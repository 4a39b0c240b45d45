import type { InvoiceDetail, InvoiceDocument, InvoiceQuery, InvoiceWindow } from '../../contract/invoice.ts';
import type { Cart, Catalogue, Order, OrderChange, OrderQuery, OrderQuote, OrderWindow, Placement } from '../../contract/order.ts';
import type { OrganisationQuery, OrganisationWindow } from '../../contract/organisation.ts';
import type { MovementQuery, MovementWindow, PrepaidBalance, PrepaidOutlook, TopUp, TopUpRequest } from '../../contract/prepaid.ts';
import type { ProductQuery, ProductWindow } from '../../contract/product.ts';
import type { PromoCheckResult } from '../../contract/promo-code.ts';
import type { Feature, Language, Session } from '../../contract/session.ts';
import type { ToPayQuery, ToPayWindow } from '../../contract/to-pay.ts';
import type { CallOptions, KontorClient, MoneyCallOptions } from '../kontor-client.ts';
import { GatewayTransport } from './gateway-transport.ts';
import { type FetchToken, WidgetTokenSource } from './widget-token-source.ts';

/** A client that stands in one organisation of a gateway. Made by `connectGateway` for a widget session. */
export class GatewayClient implements KontorClient {
  readonly session: Session;
  #transport: GatewayTransport;
  #here: string;

  constructor(session: Session, transport: GatewayTransport) {
    this.session = session;
    this.#transport = transport;
    this.#here = `/v1/organisations/${session.organisation.id}`;
  }

  can(feature: Feature): boolean {
    return this.session.features.includes(feature);
  }

  resolve(address: string): string {
    return this.#transport.resolve(address);
  }

  organisations(query: OrganisationQuery, options?: CallOptions): Promise<OrganisationWindow> {
    return this.#transport.json('/v1/organisations', { query, ...options });
  }

  pinOrganisation(organisation: string, pinned: boolean, options?: CallOptions): Promise<void> {
    return this.#transport.json(`/v1/organisations/${organisation}/pin`, { method: 'PUT', body: { pinned }, ...options });
  }

  invoices(query: InvoiceQuery, options?: CallOptions): Promise<InvoiceWindow> {
    return this.#transport.json(`${this.#here}/invoices`, { query, ...options });
  }

  invoice(id: string, options?: CallOptions): Promise<InvoiceDetail> {
    return this.#transport.json(`${this.#here}/invoices/${id}`, options);
  }

  invoiceDocument(id: string, document: InvoiceDocument, options: CallOptions & { language?: Language } = {}): Promise<File> {
    const { language, ...call } = options;
    return this.#transport.file(`${this.#here}/invoices/${id}/${document}`, { query: document === 'pdf' ? { language } : {}, ...call });
  }

  toPay(query: ToPayQuery, options?: CallOptions): Promise<ToPayWindow> {
    return this.#transport.json(`${this.#here}/to-pay`, { query, ...options });
  }

  products(query: ProductQuery, options?: CallOptions): Promise<ProductWindow> {
    return this.#transport.json(`${this.#here}/products`, { query, ...options });
  }

  prepaidBalance(options?: CallOptions): Promise<PrepaidBalance> {
    return this.#transport.json(`${this.#here}/prepaid`, options);
  }

  prepaidOutlook(options?: CallOptions): Promise<PrepaidOutlook> {
    return this.#transport.json(`${this.#here}/prepaid/outlook`, options);
  }

  prepaidMovements(query: MovementQuery, options?: CallOptions): Promise<MovementWindow> {
    return this.#transport.json(`${this.#here}/prepaid/movements`, { query, ...options });
  }

  topUp(request: TopUpRequest, options: MoneyCallOptions): Promise<TopUp> {
    return this.#transport.json(`${this.#here}/prepaid/top-ups`, { method: 'POST', body: request, ...options });
  }

  topUpState(id: string, options?: CallOptions): Promise<TopUp> {
    return this.#transport.json(`${this.#here}/prepaid/top-ups/${id}`, options);
  }

  catalogue(options?: CallOptions): Promise<Catalogue> {
    return this.#transport.json(`${this.#here}/catalogue`, options);
  }

  orders(query: OrderQuery, options?: CallOptions): Promise<OrderWindow> {
    return this.#transport.json(`${this.#here}/orders`, { query, ...options });
  }

  order(id: string, options?: CallOptions): Promise<Order> {
    return this.#transport.json(`${this.#here}/orders/${id}`, options);
  }

  createOrder(cart: Cart, options?: CallOptions): Promise<Order> {
    return this.#transport.json(`${this.#here}/orders`, { method: 'POST', body: cart, ...options });
  }

  changeOrder(id: string, change: OrderChange, options?: CallOptions): Promise<Order> {
    return this.#transport.json(`${this.#here}/orders/${id}`, { method: 'PUT', body: change, ...options });
  }

  tryCart(cart: Cart, options?: CallOptions): Promise<OrderQuote> {
    return this.#transport.json(`${this.#here}/orders/trial`, { method: 'POST', body: cart, ...options });
  }

  placeOrder(id: string, placement: Placement, options: MoneyCallOptions): Promise<Order> {
    return this.#transport.json(`${this.#here}/orders/${id}/placement`, { method: 'POST', body: placement, ...options });
  }

  checkPromoCode(code: string, options?: CallOptions): Promise<PromoCheckResult> {
    return this.#transport.json(`${this.#here}/promo-codes/check`, { method: 'POST', body: { code }, ...options });
  }

  /** Ends the session at the gateway. Every later call is refused with KONTOR_TOKEN_REVOKED. */
  end(): void {
    this.#transport.end();
  }
}

/**
 * Opens a session in an organisation.
 * @param organisation its id; undefined: the one the person used last
 * @throws {KontorError} where no token is to be had or the gateway refuses it
 */
export async function connectGateway(
  gateway: string,
  fetchToken: FetchToken,
  organisation: string | undefined,
  options?: CallOptions,
): Promise<GatewayClient> {
  const transport = new GatewayTransport(gateway, new WidgetTokenSource(fetchToken, organisation));
  try {
    return new GatewayClient(await transport.json<Session>('/v1/session', options), transport);
  } catch (error) {
    transport.end();
    throw error;
  }
}
