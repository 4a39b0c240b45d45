import { addDays } from '../../shared/domain/add-days.ts';
import { creditNote } from './credit-note.ts';
import type { DraftLine, InvoiceDraft } from './invoice-draft.ts';
import { PRODUCT_PRICES, productName } from './product-prices.ts';
import { PRODUCT_KINDS, type ProductKind } from '../../shared/domain/product-kinds.ts';
import type { Random } from './random.ts';
import { seedId } from './seed-id.ts';
import type { SeedOrganisation } from './seed-organisation.ts';

const KINDS = Object.keys(PRODUCT_KINDS) as ProductKind[];
const HISTORY_DAYS = 1_095;
const TERM_DAYS = 30;
/** Of so many rows the last two are a refunded invoice and its credit note. */
const REFUND_EVERY = 50;

/**
 * Invoices of three years in every state. Half of them belong to the first organisation, so that one long
 * list can be tried; the others are spread evenly. In the order of time, as they would have come.
 */
export function largeDocuments(
  organisations: readonly SeedOrganisation[], count: number, today: string, random: Random,
): InvoiceDraft[] {
  const [first, ...others] = organisations;
  const drafts: InvoiceDraft[] = [];
  for (let index = 0; index < count; index += 1) {
    const pair = index - (index % 2);
    const organisation = pair < count / 2 ? first : others[(pair / 2) % others.length];
    if (organisation === undefined) throw new RangeError('The large seed needs two organisations or more.');
    const previous = drafts.at(-1);
    const inCycle = index % REFUND_EVERY;
    drafts.push(inCycle === REFUND_EVERY - 1 && previous
      ? creditNote(previous, previous.endedOn ?? today, random)
      : invoice(organisation, inCycle === REFUND_EVERY - 2, today, random));
  }
  return drafts.sort((one, other) => (one.startedOn < other.startedOn ? -1 : Number(one.startedOn > other.startedOn)));
}

function invoice(organisation: SeedOrganisation, refunded: boolean, today: string, random: Random): InvoiceDraft {
  const age = refunded ? 60 + random.below(HISTORY_DAYS - 60) : 1 + random.below(HISTORY_DAYS);
  const startedOn = addDays(today, -age);
  const paidOn = addDays(startedOn, random.below(Math.min(age, TERM_DAYS)));
  const state = refunded ? 'refunded' : stateOf(age, random);
  const isPaid = state === 'paid' || state === 'refunded';
  const ended = state === 'refunded' ? addDays(startedOn, 40) : addDays(startedOn, Math.min(age, TERM_DAYS + 5));
  return {
    id: seedId(`${startedOn}T${String(7 + random.below(12)).padStart(2, '0')}:00:00Z`, random),
    organisation,
    kind: 'invoice',
    state,
    startedOn,
    dueOn: addDays(startedOn, TERM_DAYS),
    paidOn: isPaid ? paidOn : null,
    endedOn: state === 'refunded' || state === 'cancelled' ? ended : null,
    lines: Array.from({ length: 1 + random.below(3) }, () => lineOf(organisation, random)),
  };
}

/** Old ones are paid, few cancelled or forgotten; young ones are in every state. */
function stateOf(age: number, random: Random): InvoiceDraft['state'] {
  if (age <= TERM_DAYS) return random.pick(['paid', 'due', 'due', 'pro-forma', 'processing']);
  const chance = random.below(100);
  return chance < 3 ? 'cancelled' : chance < 4 && age < 120 ? 'due' : 'paid';
}

function lineOf({ currency }: SeedOrganisation, random: Random): DraftLine {
  const kind = random.pick(KINDS);
  const { months, [currency]: price } = PRODUCT_PRICES[kind];
  return {
    name: productName(kind, `kunde-${1 + random.below(9_999)}.example`),
    quantity: 1 + (random.below(8) === 0 ? random.below(9) : 0),
    unit: months === 12 ? 'ANN' : months === 1 ? 'MON' : 'C62',
    price,
  };
}
