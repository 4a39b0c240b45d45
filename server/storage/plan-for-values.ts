import type { Queryable } from './database.ts';

/**
 * Has PostgreSQL plan the statements that follow in this transaction for their values. After five runs of a
 * prepared statement it keeps one plan for all values, made for the average organisation of a few rows; for
 * one of a hundred thousand that plan may read them all for every row it joins. For statements that join
 * long tables of one organisation; the others gain more from a kept plan.
 */
export async function planForValues(tx: Queryable): Promise<void> {
  await tx.query(`select set_config('plan_cache_mode', 'force_custom_plan', true)`);
}
