import { addDays } from './add-days.ts';
import { addMonths, toPayHorizon } from './to-pay-horizon.ts';

/** Something to pay on a day, once or at the end of every term. */
export interface Demand {
  /** `YYYY-MM-DD`; of a renewal, the end of the term that runs. */
  readonly on: string;
  readonly subject: string;
  /** Minor units, VAT included. */
  readonly total: number;
  readonly currency: string;
  /** A renewal's term in months, and how many of its terms from `on` on are invoiced, and so demands of their own. */
  readonly term?: { readonly months: number; readonly invoiced: number };
}

/** What is there to pay with. Minor units. */
export interface Means {
  readonly currency: string;
  readonly available: number;
  /** Charged back after it was spent: the next top-up settles it first. */
  readonly owed: number;
}

/** How far the means reach. */
export interface Cover {
  /** Last day on which all that falls due is paid, yesterday where something is overdue or due today and not; null: through the end. */
  readonly coveredUntil: string | null;
  /** The first that is not paid. */
  readonly uncovered: Due | null;
  /** What a top-up must bring so that all due in the next two months is paid. Minor units. */
  readonly shortfall: number;
}

/** One demand on one day. */
interface Due {
  readonly on: string;
  readonly subject: string;
  readonly total: number;
}

/**
 * Pays what falls due day by day, what is overdue first and nothing out of turn, until the means do not
 * hold one of them. Demands in another currency are none of this account's.
 * @param through last day that is looked at, not before the two months of "to pay"
 */
export function coverOutlook(means: Means, demands: readonly Demand[], today: string, through: string): Cover {
  const soon = toPayHorizon(today);
  const own = demands.filter(({ currency }) => currency === means.currency);
  const dues = own.flatMap((demand) => duesOf(demand, through)).sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  let wanted = 0;
  let missing = 0;
  let uncovered: Due | null = null;
  for (const due of dues) {
    wanted += due.total;
    if (wanted > means.available) uncovered ??= due;
    if (due.on <= soon) missing = Math.max(missing, wanted - means.available);
  }
  const coveredUntil = uncovered && addDays(uncovered.on < today ? today : uncovered.on, -1);
  return { coveredUntil, uncovered, shortfall: missing > 0 ? missing + means.owed : 0 };
}

/** Terms count from the first day, so that the 31st stays the 31st where the month has one. */
function duesOf({ on, subject, total, term }: Demand, through: string): Due[] {
  if (!term) return on <= through ? [{ on, subject, total }] : [];
  const dues: Due[] = [];
  for (let count = term.invoiced; ; count += 1) {
    const next = addMonths(on, count * term.months);
    if (next > through) return dues;
    dues.push({ on: next, subject, total });
  }
}
