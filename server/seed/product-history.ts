import { addMonths } from '../../shared/domain/to-pay-horizon.ts';
import { addDays } from '../../shared/domain/add-days.ts';
import type { DemoProduct } from './demo-products.ts';
import type { SeedRow } from './insert-rows.ts';
import type { DraftLine, InvoiceDraft } from './invoice-draft.ts';
import { PRODUCT_PRICES, productName } from './product-prices.ts';
import type { Random } from './random.ts';
import { seedId } from './seed-id.ts';
import type { SeedOrganisation } from './seed-organisation.ts';

/** How far back the history goes. */
const HISTORY_MONTHS = 36;
/** A renewal's pro forma comes this long before the term, and so does the payment deadline of an order after it. */
const NOTICE_DAYS = 30;
/** When auto-renew pays first. */
const AUTO_RENEW_DAYS = 14;

/** One term of one product. */
interface Term {
  readonly product: string;
  readonly from: string;
  readonly line: DraftLine;
  readonly order: boolean;
  readonly autoRenew: boolean;
  readonly invoiced: DemoProduct['invoiced'];
}

export interface ProductHistory {
  readonly products: SeedRow[];
  readonly invoices: InvoiceDraft[];
}

/** An organisation's products and an invoice for each day on which terms of them began. */
export function productHistory(
  organisation: SeedOrganisation, products: readonly DemoProduct[], today: string, random: Random,
): ProductHistory {
  const rows: SeedRow[] = [];
  const byDay = new Map<string, Term[]>();
  for (const product of products) {
    const terms = termsOf(organisation, product, today);
    const startedOn = terms[0]?.from ?? today;
    const id = seedId(startedOn, random);
    rows.push(productRow(organisation, product, id, startedOn, today));
    for (const term of terms) {
      // The coming term's invoice stands alone, so that the row says which renewal it pays for.
      const day = term.invoiced === undefined ? term.from : `${term.from} ${id}`;
      byDay.set(day, [...(byDay.get(day) ?? []), { ...term, product: id }]);
    }
  }
  return { products: rows, invoices: [...byDay.values()].map((terms) => draftOf(organisation, terms, today, random)) };
}

function productRow(
  { id: organisation, currency }: SeedOrganisation, product: DemoProduct, id: string, startedOn: string, today: string,
): SeedRow {
  const { kind, label, renewsIn, state = 'active', autoRenew = false } = product;
  return {
    organisation_id: organisation,
    id,
    kind,
    name: productName(kind, label),
    state,
    started_on: startedOn,
    renews_on: addDays(today, renewsIn),
    period_months: PRODUCT_PRICES[kind].months,
    net: PRODUCT_PRICES[kind][currency],
    auto_renew: autoRenew,
  };
}

/** The terms that have begun, oldest first, and the coming one where it has an invoice. */
function termsOf({ currency }: SeedOrganisation, product: DemoProduct, today: string): Omit<Term, 'product'>[] {
  const { kind, label, renewsIn, autoRenew = false } = product;
  const { months } = PRODUCT_PRICES[kind];
  const renewsOn = addDays(today, renewsIn);
  const past = Math.min(product.terms ?? Infinity, Math.floor(HISTORY_MONTHS / months));
  const last = product.invoiced === undefined ? -1 : 0;
  return Array.from({ length: past + last + 1 }, (_, index): Omit<Term, 'product'> => {
    const from = addMonths(renewsOn, (index - past) * months);
    return {
      from,
      line: {
        name: productName(kind, label),
        description: `${from} – ${addDays(addMonths(from, months), -1)}`,
        quantity: 1,
        unit: months === 12 ? 'ANN' : months === 1 ? 'MON' : 'C62',
        price: PRODUCT_PRICES[kind][currency],
      },
      order: index === 0,
      autoRenew,
      invoiced: index === past ? product.invoiced : undefined,
    };
  });
}

function draftOf(organisation: SeedOrganisation, terms: readonly Term[], today: string, random: Random): InvoiceDraft {
  const { from = today, order, autoRenew, invoiced, product = '' } = terms[0] ?? {};
  const yesterday = addDays(today, -1);
  const startedOn = order === true ? from : earlier(addDays(from, -NOTICE_DAYS), yesterday);
  const dueOn = order === true ? addDays(from, NOTICE_DAYS) : from;
  const payDay = autoRenew === true && order !== true ? addDays(from, -AUTO_RENEW_DAYS) : addDays(startedOn, random.below(24));
  const paidOn = invoiced === undefined ? earlier(payDay, yesterday) : null;
  return {
    id: seedId(`${startedOn}T${String(8 + random.below(9)).padStart(2, '0')}:00:00Z`, random),
    organisation,
    kind: 'invoice',
    state: invoiced ?? 'paid',
    startedOn,
    dueOn,
    paidOn,
    endedOn: null,
    lines: terms.map(({ line }) => line),
    ...(terms.length === 1 ? { renews: { product, from } } : {}),
  };
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
