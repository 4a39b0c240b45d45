import type { TopUp } from '../../shared/contract/prepaid.ts';
import type { AccountKind } from '../ledger/lock-accounts.ts';
import type { Posting } from '../ledger/post.ts';
import { addDays } from '../../shared/domain/add-days.ts';
import type { SeedRow } from './insert-rows.ts';
import { grossOf } from './invoice-row.ts';
import type { InvoiceDraft } from './invoice-draft.ts';
import type { Random } from './random.ts';
import { seedId } from './seed-id.ts';
import type { SeedOrganisation } from './seed-organisation.ts';

/** Something that happens to an organisation's prepaid account. Amounts in minor units. */
export interface PrepaidEvent {
  readonly day: string;
  readonly from: AccountKind;
  readonly to: AccountKind;
  readonly amount: number;
  readonly cause: Posting['cause'];
  readonly document: string | null;
}

export interface PrepaidPlan {
  readonly organisation: SeedOrganisation;
  readonly topUps: SeedRow[];
  /** In the order of time; the prepaid account never falls below zero on the way. */
  readonly postings: (Posting & { readonly id: string })[];
}

/** Who tops up, how, and how the story ends. */
export interface PrepaidManner {
  /** Account id of a person with the billing right. */
  readonly person: string;
  /** How much more than a payment lacks comes in at once: one of these, in minor units. */
  readonly cushions: readonly number[];
  /** The last top-up is taken back yesterday, after it was spent. */
  readonly lastTopUpChargedBack?: boolean;
}

/** Top-ups come in multiples of this. */
const STEP = 5_000;
/** A greater amount comes by bank transfer. */
const GREATEST_BY_CARD = 200_000;

/** Payments of final invoices and refunds of credit notes, which all go through the prepaid account. */
export function documentEvents(drafts: readonly InvoiceDraft[]): PrepaidEvent[] {
  return drafts.flatMap((draft): PrepaidEvent[] => {
    if (draft.paidOn === null) return [];
    const event = { day: draft.paidOn, amount: grossOf(draft), document: draft.id };
    return draft.kind === 'invoice'
      ? [{ ...event, from: 'prepaid', to: 'outside', cause: 'payment' }]
      : [{ ...event, from: 'outside', to: 'prepaid', cause: 'refund' }];
  });
}

/** Puts events in order and adds the top-ups and bank transfers that they need. */
export function planPrepaid(
  organisation: SeedOrganisation, events: readonly PrepaidEvent[], manner: PrepaidManner, today: string, random: Random,
): PrepaidPlan {
  const plan: PrepaidPlan = { organisation, topUps: [], postings: [] };
  let available = 0;
  const post = (event: PrepaidEvent): void => {
    const { day, ...posting } = event;
    const document = event.cause === 'top-up' ? addArrived(plan, event, manner.person, random) : event.document;
    const at = new Date(Date.parse(`${day}T09:00:00Z`) + plan.postings.length * 100);
    plan.postings.push({ ...posting, document, at, id: seedId(at.toISOString(), random) });
    if (event.to === 'prepaid') available += event.amount;
    if (event.from === 'prepaid') available -= event.amount;
  };
  const byDay = [...events].sort((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)));
  for (const event of byDay) {
    if (event.from === 'prepaid' && available < event.amount) {
      post(funding(event.day, event.amount - available, manner, random));
    }
    post(event);
  }
  if (manner.lastTopUpChargedBack === true) chargeBackLast(plan, addDays(today, -1), available, post);
  return plan;
}

/** The money that a payment lacks and some more. */
function funding(day: string, lacking: number, manner: PrepaidManner, random: Random): PrepaidEvent {
  const amount = Math.ceil((lacking + random.pick(manner.cushions)) / STEP) * STEP;
  const byCard = amount <= GREATEST_BY_CARD && (manner.lastTopUpChargedBack === true || random.below(3) > 0);
  return { day, from: 'outside', to: 'prepaid', amount, cause: byCard ? 'top-up' : 'bank-transfer', document: null };
}

/** @returns the id of a top-up that arrived */
function addArrived(plan: PrepaidPlan, { day, amount }: PrepaidEvent, person: string, random: Random): string {
  const { id, currency } = plan.organisation;
  const row = topUpRow({ organisation: id, currency, day, amount, card: 'approved', state: 'settled', person }, random);
  plan.topUps.push(row);
  return row.id;
}

/** A top-up in any state. */
interface TopUpFacts extends Pick<TopUp, 'card' | 'state'> {
  readonly organisation: string;
  readonly currency: string;
  readonly day: string;
  readonly amount: number;
  /** Account id. */
  readonly person: string;
}

export function topUpRow({ organisation, day, person, ...facts }: TopUpFacts, random: Random): SeedRow & { readonly id: string } {
  const createdAt = `${day}T08:30:00Z`;
  return { organisation_id: organisation, id: seedId(createdAt, random), ...facts, created_by: person, created_at: createdAt };
}

/** Takes the last top-up back; what was spent of it becomes debt. */
function chargeBackLast(plan: PrepaidPlan, day: string, available: number, post: (event: PrepaidEvent) => void): void {
  const last = plan.topUps.pop();
  if (!last) return;
  plan.topUps.push({ ...last, card: 'charged-back', state: 'charged-back' });
  const amount = Number(last['amount']);
  const covered = Math.min(available, amount);
  const event = { day, to: 'outside', cause: 'charge-back', document: String(last['id']) } as const;
  if (covered > 0) post({ ...event, from: 'prepaid', amount: covered });
  if (covered < amount) post({ ...event, from: 'owed', amount: amount - covered });
}
