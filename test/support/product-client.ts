import { DEMO_PARTNER, WEBMASTER } from '../../server/seed/demo-credentials.ts';
import { STERNTALER } from '../../server/seed/demo-organisations.ts';
import type { Feature, WidgetSession } from '../../shared/contract/session.ts';
import type { Product } from './product.ts';

const FEATURES: readonly Feature[] = ['organisations:list', 'invoices:read', 'products:read', 'prepaid:read', 'prepaid:top-up'];

/** Speaks to a running, seeded product without a browser: mints a session as the portal's backend, asks as its page. */
export class ProductClient {
  readonly organisation: string;
  readonly token: string;
  #product: Product;

  private constructor(product: Product, session: WidgetSession) {
    this.#product = product;
    this.organisation = session.organisation;
    this.token = session.token;
  }

  static async signIn(product: Product, organisation = STERNTALER.id, person = WEBMASTER.account): Promise<ProductClient> {
    const answer = await fetch(`${product.gateway}/v1/widget-sessions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${DEMO_PARTNER.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ person, organisation, origin: product.portal, elements: ['org-switcher', 'invoice-list'], features: FEATURES }),
    });
    if (answer.status !== 201) throw new Error(`No session: ${answer.status} ${await answer.text()}`);
    return new ProductClient(product, (await answer.json()) as WidgetSession);
  }

  /** @param path below the organisation, such as `/invoices` */
  ask(path: string, { headers, ...init }: RequestInit = {}): Promise<Response> {
    return fetch(`${this.#product.gateway}/v1/organisations/${this.organisation}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${this.token}`, origin: this.#product.portal, ...(headers as Record<string, string>) },
    });
  }

  /** @throws {Error} where the answer is a problem */
  async read<T>(path: string, init?: RequestInit): Promise<T> {
    const answer = await this.ask(path, init);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}
