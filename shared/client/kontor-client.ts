import type { InvoiceDetail, InvoiceDocument, InvoiceQuery, InvoiceWindow } from '../contract/invoice.ts';
import type { Cart, Catalogue, Order, OrderChange, OrderQuery, OrderQuote, OrderWindow, Placement } from '../contract/order.ts';
import type { OrganisationQuery, OrganisationWindow } from '../contract/organisation.ts';
import type { MovementQuery, MovementWindow, PrepaidBalance, PrepaidOutlook, TopUp, TopUpRequest } from '../contract/prepaid.ts';
import type { ProductQuery, ProductWindow } from '../contract/product.ts';
import type { PromoCheckResult } from '../contract/promo-code.ts';
import type { Feature, Language, Session } from '../contract/session.ts';
import type { ToPayQuery, ToPayWindow } from '../contract/to-pay.ts';

/** How one call is made. */
export interface CallOptions {
  /** Ends the call; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** How something is read. */
export interface ReadOptions<T> extends CallOptions {
  /**
   * Told once at most, before the answer: an older one that the client kept, and when that was fresh.
   * A client that keeps nothing never calls it.
   */
  readonly early?: (value: T, at: Date) => void;
}

/** How a call that moves money is made. */
export interface MoneyCallOptions extends CallOptions {
  /** Made and kept by the caller before the first try, the same for every retry of one act. */
  readonly idempotencyKey: string;
}

/**
 * What elements read from and act on: one organisation as one person may see it. A client never
 * changes its organisation; switching makes a new client. Behind it stands the gateway, another
 * server, or memory. Every method rejects with `KontorError`.
 */
export interface KontorClient {
  /** Person, current organisation and features; known before the client is handed out. */
  readonly session: Session;
  /** Whether the session includes a feature. Elements show less instead of failing. */
  can(feature: Feature): boolean;
  /** Where a document or logo of this server lies, from an address relative to it. */
  resolve(address: string): string;

  organisations(query: OrganisationQuery, options?: ReadOptions<OrganisationWindow>): Promise<OrganisationWindow>;
  /** Keeps an organisation at the top of the person's list, on every device. */
  pinOrganisation(organisation: string, pinned: boolean, options?: CallOptions): Promise<void>;

  invoices(query: InvoiceQuery, options?: ReadOptions<InvoiceWindow>): Promise<InvoiceWindow>;
  invoice(id: string, options?: ReadOptions<InvoiceDetail>): Promise<InvoiceDetail>;
  /** The bytes of a document, under the name to save it as. @param language of a PDF; the person's unless told */
  invoiceDocument(id: string, document: InvoiceDocument, options?: CallOptions & { readonly language?: Language }): Promise<File>;
  toPay(query: ToPayQuery, options?: ReadOptions<ToPayWindow>): Promise<ToPayWindow>;

  products(query: ProductQuery, options?: ReadOptions<ProductWindow>): Promise<ProductWindow>;

  prepaidBalance(options?: ReadOptions<PrepaidBalance>): Promise<PrepaidBalance>;
  prepaidOutlook(options?: ReadOptions<PrepaidOutlook>): Promise<PrepaidOutlook>;
  prepaidMovements(query: MovementQuery, options?: ReadOptions<MovementWindow>): Promise<MovementWindow>;
  topUp(request: TopUpRequest, options: MoneyCallOptions): Promise<TopUp>;
  topUpState(id: string, options?: CallOptions): Promise<TopUp>;

  catalogue(options?: ReadOptions<Catalogue>): Promise<Catalogue>;
  orders(query: OrderQuery, options?: ReadOptions<OrderWindow>): Promise<OrderWindow>;
  order(id: string, options?: ReadOptions<Order>): Promise<Order>;
  createOrder(cart: Cart, options?: CallOptions): Promise<Order>;
  changeOrder(id: string, change: OrderChange, options?: CallOptions): Promise<Order>;
  /** What a cart would cost; changes nothing. */
  tryCart(cart: Cart, options?: CallOptions): Promise<OrderQuote>;
  placeOrder(id: string, placement: Placement, options: MoneyCallOptions): Promise<Order>;
  /** What a code would be worth here, without an order. */
  checkPromoCode(code: string, options?: CallOptions): Promise<PromoCheckResult>;
}
