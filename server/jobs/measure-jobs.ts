import type { Database } from '../storage/database.ts';
import { ATTEMPTS } from './work-jobs.ts';

/** The job queue at one moment. */
export interface JobFigures {
  /** Not done yet, whenever they are due. */
  readonly waiting: number;
  /** Of those, due by now. */
  readonly due: number;
  /** Failed at least once, and tried again. */
  readonly failing: number;
  /** Given up: somebody has to look at them. */
  readonly failed: number;
}

export async function measureJobs(database: Database, now: Date): Promise<JobFigures> {
  const [row] = await database.asOwner((tx) => tx.query<JobFigures & Record<string, number>>(
    `select (count(*) filter (where attempts < $2))::int as waiting,
       (count(*) filter (where attempts < $2 and run_at <= $1))::int as due,
       (count(*) filter (where attempts > 0 and attempts < $2))::int as failing,
       (count(*) filter (where attempts >= $2))::int as failed
     from job where done_at is null`, [now, ATTEMPTS]));
  return row ?? { waiting: 0, due: 0, failing: 0, failed: 0 };
}
