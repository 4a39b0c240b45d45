import type { TopUp } from '../../../shared/contract/prepaid.ts';
import type { Act } from '../../http/act.ts';
import { Refusal } from '../../http/refusal.ts';
import { TOP_UP_COLUMNS, topUpFrom, type TopUpRow } from './top-up-row.ts';

const READ = `select ${TOP_UP_COLUMNS} from top_up where organisation_id = $1 and id = $2`;

/** @throws {Refusal} where the organisation has no such top-up. */
export async function readTopUp({ tx, organisation }: Pick<Act, 'tx' | 'organisation'>, id: string): Promise<TopUp> {
  const [row] = await tx.query<TopUpRow>(READ, [organisation, id]);
  if (!row) throw new Refusal('KONTOR_NOT_FOUND');
  return topUpFrom(row);
}
