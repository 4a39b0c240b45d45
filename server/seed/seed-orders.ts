import type { Cart, OrderQuote } from '../../shared/contract/order.ts';
import { vatOn } from '../../shared/domain/vat.ts';
import type { Queryable } from '../storage/database.ts';
import { DEMO_ORDERS, PAST_ORDER, type DemoOrder } from './demo-orders.ts';
import { insertRows, type SeedRow } from './insert-rows.ts';
import type { InvoiceDraft } from './invoice-draft.ts';
import type { Random } from './random.ts';
import type { SeedCatalogue } from './seed-catalogue.ts';
import { seedId } from './seed-id.ts';

/** The past order's invoice with what its code took off, as an order writes it. */
export function withPastCode(drafts: readonly InvoiceDraft[]): InvoiceDraft[] {
  return drafts.map((draft) => (isPast(draft) ? { ...draft, lines: [...draft.lines, codeLine(draft)] } : draft));
}

/** Open carts, and one order of the past that used a code up. */
export async function seedOrders(
  tx: Queryable, catalogue: SeedCatalogue, drafts: readonly InvoiceDraft[], today: string, random: Random,
): Promise<void> {
  const past = drafts.find(isPast);
  if (!past) throw new Error('The past order has no invoice.');
  const order = pastOrder(past, catalogue, random);
  const open = DEMO_ORDERS.map((demo) => openOrder(demo, catalogue, today, random));
  await insertRows(tx, 'customer_order', [order.row, ...open]);
  await insertRows(tx, 'promo_use', [order.use]);
}

function openOrder({ organisation, items, paymentMethod, codes }: DemoOrder, catalogue: SeedCatalogue, today: string, random: Random): SeedRow {
  const cart: Cart = {
    items: items.map(([kind, quantity]) => ({ item: catalogue[organisation.currency].get(kind)?.id ?? '', quantity })),
    paymentMethod, codes: [...codes],
  };
  const createdAt = `${today}T00:00:00Z`;
  return {
    organisation_id: organisation.id, id: seedId(createdAt, random), state: 'open', revision: 1, cart, quote: null, invoice_id: null,
    created_by: organisation.members[0]?.login.account, created_at: createdAt, placed_at: null,
  };
}

function pastOrder(draft: InvoiceDraft, catalogue: SeedCatalogue, random: Random): { row: SeedRow; use: SeedRow } {
  const { organisation, kind, code } = PAST_ORDER;
  const item = catalogue[organisation.currency].get(kind);
  if (!item) throw new Error('The past order has no item.');
  const at = `${draft.paidOn ?? draft.startedOn}T09:00:00Z`;
  const id = seedId(at, random);
  const quote = pastQuote(draft, item.id);
  const cart: Cart = { items: [{ item: item.id, quantity: 1 }], paymentMethod: 'prepaid', codes: [code] };
  return {
    row: {
      organisation_id: organisation.id, id, state: 'paid', revision: 2, cart, quote, invoice_id: draft.id,
      created_by: organisation.members[0]?.login.account, created_at: at, placed_at: at,
    },
    use: { organisation_id: organisation.id, code, order_id: id, discount: quote.totals.discount },
  };
}

function pastQuote({ lines, organisation }: InvoiceDraft, item: string): OrderQuote {
  const { kind, code, percent } = PAST_ORDER;
  const { currency, vatBasisPoints } = organisation;
  const [{ price: list, name } = { price: 0, name: '' }, { price: discount } = { price: 0 }] = lines;
  const net = list - discount;
  const vat = vatOn(net, vatBasisPoints);
  const offer = {
    percent, amount: null, productKinds: null, paymentMethods: null, leastAmount: null, startsOn: null, expiresOn: null, stackable: true,
  };
  return {
    currency,
    items: [{ item, kind, name, quantity: 1, periodMonths: 12, unitNet: list, net: list, discount }],
    paymentMethod: 'prepaid',
    codes: [{ code, discount, reason: null, offer }],
    totals: { list, discount, net, vatBasisPoints, vat, gross: net + vat },
  };
}

const isPast = ({ organisation, lines }: InvoiceDraft): boolean =>
  organisation.id === PAST_ORDER.organisation.id && lines[0]?.name === PAST_ORDER.line;

function codeLine({ lines }: InvoiceDraft): InvoiceDraft['lines'][number] {
  const price = vatOn(lines[0]?.price ?? 0, PAST_ORDER.percent * 100);
  return { name: `Promo code ${PAST_ORDER.code}`, quantity: -1, unit: 'C62', price };
}
