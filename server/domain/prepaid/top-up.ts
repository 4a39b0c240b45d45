import { v7 as uuid } from 'uuid';
import { TOP_UP_BOUNDS, type TestCard, type TopUp, type TopUpRequest } from '../../../shared/contract/prepaid.ts';
import type { Act } from '../../http/act.ts';
import { Refusal } from '../../http/refusal.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { auditAct } from '../audit.ts';
import { postTopUp } from './settle-top-up.ts';
import { TOP_UP_COLUMNS, topUpFrom, type TopUpRow } from './top-up-row.ts';

/** The state in which a top-up begins, as the test card decides. */
const FIRST_STATE: Readonly<Record<TestCard, TopUp['state']>> = {
  approved: 'settled',
  declined: 'declined',
  late: 'pending',
  'charged-back': 'settled',
};

/** What follows later, if anything. */
const LATER: Readonly<Partial<Record<TestCard, string>>> = {
  late: 'settle-top-up',
  'charged-back': 'charge-back-top-up',
};

/** Yields no row where the organisation has another currency. */
const RECORD = `insert into top_up (organisation_id, id, amount, currency, card, state, created_by, created_at)
  select o.id, $2, $3, o.currency, $5, $6, $7, $8 from organisation o where o.id = $1 and o.currency = $4
  returning ${TOP_UP_COLUMNS}`;

/**
 * Tops the prepaid account up with the test card. Called inside `once`, so that a repeated request is no
 * second top-up.
 * @param delay milliseconds after which the card's late news comes
 * @throws {Refusal} where the amount is out of bounds or in another currency than the organisation's.
 */
export async function topUp(act: Act, request: TopUpRequest, delay: number): Promise<TopUp> {
  const { tx, organisation, account, now } = act;
  const { amount: { amount, currency }, card } = request;
  if (amount < TOP_UP_BOUNDS.least || amount > TOP_UP_BOUNDS.greatest) throw new Refusal('KONTOR_AMOUNT_OUT_OF_RANGE');
  const id = uuid();
  const state = FIRST_STATE[card];
  const [row] = await tx.query<TopUpRow>(RECORD, [organisation, id, amount, currency, card, state, account, now]);
  if (!row) throw new Refusal('KONTOR_CURRENCY_MISMATCH');
  // Neither waits for the other: they share a round trip.
  await Promise.all([auditAct(act, 'prepaid.top-up', id), state === 'settled' && postTopUp(tx, { organisation, id, amount, currency }, now)]);
  const kind = LATER[card];
  if (kind !== undefined) {
    const runAt = new Date(now.getTime() + delay);
    await enqueue(tx, { kind, naturalKey: id, payload: { organisation, topUp: id }, runAt });
  }
  return topUpFrom(row);
}
