import { KontorError, type KontorErrorCode } from '../../shared/client/kontor-error.ts';
import { MemoryClient } from '../../shared/client/memory/memory-client.ts';
import type { Cart, CatalogueItem, Order } from '../../shared/contract/order.ts';
import type { CurrentOrganisation } from '../../shared/contract/organisation.ts';
import type { Feature } from '../../shared/contract/session.ts';
import { sampleSession } from './invoice-sample.ts';
import { definitionsOf } from './promo-definitions.ts';

const item = (index: number): string => `0190ab00-0000-7000-8000-${String(index).padStart(12, '0')}`;
const SISTER = item(7);

/** What can be ordered, by id. */
export const HOSTING = item(1);
export const KDRIVE = item(2);
const CATALOGUE: readonly CatalogueItem[] = [
  { id: HOSTING, kind: 'web-hosting', name: 'Web Hosting Pro', periodMonths: 12, net: { amount: 11_880, currency: 'CHF' } },
  { id: KDRIVE, kind: 'kdrive', name: 'kDrive Team 6 TB', periodMonths: 12, net: { amount: 6000, currency: 'CHF' } },
];

/** One code for everything that may happen to one. */
const CODES = definitionsOf(
  { code: 'WELCOME-10' },
  { code: 'HOSTING-20', amount: { amount: 2000, currency: 'CHF' }, productKinds: ['web-hosting', 'domain-name'] },
  { code: 'CARD-5', amount: { amount: 500, currency: 'CHF' }, paymentMethods: ['card', 'prepaid'] },
  { code: 'DRIVE-50', percent: 50, productKinds: ['kdrive'] },
  { code: 'ALONE-30', percent: 30, stackable: false },
  { code: 'OLD-2025', expiresOn: '2025-12-31' },
  { code: 'SPRING-27', startsOn: '2027-03-01' },
  { code: 'BIG-ORDERS', leastAmount: 50_000 },
  { code: 'EURO-10', amount: { amount: 1000, currency: 'EUR' } },
  { code: 'LAST-ONE', amount: { amount: 1000, currency: 'CHF' }, maxUses: 1 },
  { code: 'SECOND-HAND' },
  { code: 'GIVEN-BACK', active: false },
  { code: 'FIRST-TIME', newCustomersOnly: true },
  { code: 'SISTER-CO', organisation: SISTER },
  { code: 'A-VERY-LONG-CODE-OF-32-LETTERS-X', amount: { amount: 123, currency: 'CHF' } },
);

export interface PromoSample {
  readonly cart?: Partial<Cart>;
  readonly organisation?: Partial<CurrentOrganisation>;
  readonly features?: readonly Feature[];
  /** No order is open. */
  readonly none?: boolean;
  /** What the prepaid account holds, in minor units. */
  readonly balance?: number;
  /** Each call by name waits for it. */
  readonly latency?: (call: string) => Promise<void> | undefined;
}

const WATCHED = ['orders', 'order', 'changeOrder', 'tryCart', 'placeOrder', 'checkPromoCode'] as const;

/** A client in memory with one open order. It tells what was asked, and can be refused one call after the other. */
export class PromoClient extends MemoryClient {
  /** Names of the calls that came, in order. */
  readonly calls: string[] = [];
  /** Idempotency keys of the placements. */
  readonly keys: string[] = [];
  readonly signals: AbortSignal[] = [];
  #sample: PromoSample;
  #refusals: (KontorErrorCode | undefined)[] = [];

  constructor(sample: PromoSample = {}) {
    const { organisation, features = ['orders:write', 'orders:place'], cart, none = false, balance = 0 } = sample;
    const money = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'CHF' });
    const opened: Cart = { items: [{ item: HOSTING, quantity: 1 }], paymentMethod: 'card', codes: [], ...cart };
    super({
      session: { ...sampleSession(organisation), features: [...features] },
      prepaid: { balance: { available: money(balance), reserved: money(0), pending: money(0), freeCredit: money(0), owed: money(0), asOf: '2026-11-22T08:00:00Z' } },
      orders: {
        catalogue: CATALOGUE, vatBasisPoints: 810, promoCodes: [...CODES.values()], carts: none ? [] : [opened],
        usedCodes: ['SECOND-HAND'], otherOrganisations: [SISTER],
      },
    });
    this.#sample = sample;
    this.#watch();
  }

  /** The next calls fail with these, one after the other; undefined lets one through. */
  refuse(...codes: (KontorErrorCode | undefined)[]): void {
    this.#refusals = codes;
  }

  /** The newest order, past what is watched. */
  async present(): Promise<Order> {
    const { rows } = await super.orders({ limit: 1 });
    return rows[0]!;
  }

  /** Somebody else changes the order. */
  async changeElsewhere(change: Partial<Cart>): Promise<Order> {
    const { id, revision, items, paymentMethod, codes } = await this.present();
    const cart = { items: items.map(({ item, quantity }) => ({ item, quantity })), paymentMethod, codes: codes.map(({ code }) => code) };
    return super.changeOrder(id, { ...cart, ...change, revision });
  }

  /** Somebody else places it. */
  async placeElsewhere(): Promise<void> {
    const { id, revision, totals, currency } = await this.present();
    await super.placeOrder(id, { revision, gross: { amount: totals.gross, currency } }, { idempotencyKey: 'elsewhere' });
  }

  /** Takes the last use of a code with an order of its own, which does not stay the newest open one. */
  async useUp(code: string): Promise<void> {
    const { id, revision, totals, currency } = await super.createOrder({ items: [{ item: HOSTING, quantity: 1 }], paymentMethod: 'card', codes: [code] });
    await super.placeOrder(id, { revision, gross: { amount: totals.gross, currency } }, { idempotencyKey: code });
  }

  #watch(): void {
    for (const name of WATCHED) {
      const real = this[name].bind(this) as (...values: unknown[]) => Promise<never>;
      const watched = async (...values: unknown[]): Promise<never> => {
        const options = values.at(-1) as { signal?: AbortSignal; idempotencyKey?: string };
        this.calls.push(name);
        if (options.signal) this.signals.push(options.signal);
        if (options.idempotencyKey) this.keys.push(options.idempotencyKey);
        await this.#sample.latency?.(name);
        const refusal = this.#refusals.shift();
        if (refusal) throw new KontorError(refusal);
        return real(...values);
      };
      Object.assign(this, { [name]: watched });
    }
  }
}
