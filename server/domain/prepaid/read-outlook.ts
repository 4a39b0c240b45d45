import type { PrepaidOutlook } from '../../../shared/contract/prepaid.ts';
import { coverOutlook } from '../../../shared/domain/cover-outlook.ts';
import { addMonths } from '../../../shared/domain/to-pay-horizon.ts';
import type { Act } from '../../http/act.ts';
import { planForValues } from '../../storage/plan-for-values.ts';
import { toNumber } from '../../storage/minor-units.ts';
import { readBalance } from './read-balance.ts';
import { readDemands } from './read-demands.ts';
import { readTrend } from './read-trend.ts';

/** Months that the outlook looks ahead. */
const MONTHS = 12;

const NEXT_EXPIRY = `
  select f.expires_on, f.amount - f.used as left_over, f.product_kind
  from free_credit f
  where f.organisation_id = $1 and f.currency = $2 and f.used < f.amount and f.expires_on >= $3
  order by f.expires_on, f.id limit 1`;

type Line = { expires_on: string; left_over: bigint; product_kind: string };

/** Where the prepaid account comes from and how far it reaches, in the organisation's own currency. */
export async function readOutlook(act: Act): Promise<PrepaidOutlook> {
  const { available: { amount: available, currency }, owed } = await readBalance(act);
  const through = addMonths(act.today, MONTHS);
  await planForValues(act.tx);
  const demands = await readDemands(act, through);
  const { coveredUntil, uncovered, shortfall } = coverOutlook({ currency, available, owed: owed.amount }, demands, act.today, through);
  return {
    currency,
    through,
    coveredUntil,
    uncovered: uncovered && { on: uncovered.on, subject: uncovered.subject, total: { amount: uncovered.total, currency } },
    shortfall: { amount: shortfall, currency },
    nextExpiry: await readNextExpiry(act, currency),
    trend: await readTrend(act, available),
  };
}

async function readNextExpiry({ tx, organisation, today }: Act, currency: string): Promise<PrepaidOutlook['nextExpiry']> {
  const [line] = await tx.query<Line>(NEXT_EXPIRY, [organisation, currency, today]);
  return line ? { on: line.expires_on, amount: { amount: toNumber(line.left_over), currency }, productKind: line.product_kind } : null;
}
