import type { InvoiceDetail, InvoiceDocument, InvoiceQuery, InvoiceWindow } from '../contract/invoice.ts';
import type { OrganisationQuery, OrganisationWindow } from '../contract/organisation.ts';
import type { MovementQuery, MovementWindow, PrepaidBalance, TopUp, TopUpRequest } from '../contract/prepaid.ts';
import type { ProductQuery, ProductWindow } from '../contract/product.ts';
import type { Feature, Session } from '../contract/session.ts';
import type { ToPayQuery, ToPayWindow } from '../contract/to-pay.ts';

/** How one call is made. */
export interface CallOptions {
  /** Ends the call; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
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

  organisations(query: OrganisationQuery, options?: CallOptions): Promise<OrganisationWindow>;
  /** Keeps an organisation at the top of the person's list, on every device. */
  pinOrganisation(organisation: string, pinned: boolean, options?: CallOptions): Promise<void>;

  invoices(query: InvoiceQuery, options?: CallOptions): Promise<InvoiceWindow>;
  invoice(id: string, options?: CallOptions): Promise<InvoiceDetail>;
  /** The bytes of a document, under the name to save it as. */
  invoiceDocument(id: string, document: InvoiceDocument, options?: CallOptions): Promise<File>;
  toPay(query: ToPayQuery, options?: CallOptions): Promise<ToPayWindow>;

  products(query: ProductQuery, options?: CallOptions): Promise<ProductWindow>;

  prepaidBalance(options?: CallOptions): Promise<PrepaidBalance>;
  prepaidMovements(query: MovementQuery, options?: CallOptions): Promise<MovementWindow>;
  topUp(request: TopUpRequest, options: MoneyCallOptions): Promise<TopUp>;
  topUpState(id: string, options?: CallOptions): Promise<TopUp>;
}
