import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import { enqueue } from '../../../server/jobs/enqueue.ts';
import { type JobHandlers, jobHandlers } from '../../../server/jobs/handlers.ts';
import { startJobs } from '../../../server/jobs/start-jobs.ts';
import { type JobParts, workJobs } from '../../../server/jobs/work-jobs.ts';
import { systemClock } from '../../../server/clock.ts';
import type { Database } from '../../../server/storage/database.ts';
import { SetClock } from '../set-clock.ts';
import { makeOrganisation } from './make-organisation.ts';

type JobRow = { attempts: number; last_error: string | null; done_at: Date | null; run_at: Date };

/** What the queue does on any engine. */
export function jobSuite(open: () => Promise<Database>): void {
  let database: Database;
  before(async () => {
    database = await open();
  });

  const put = (kind: string, naturalKey: string, runAt: Date, payload = {}) =>
    database.asOwner((tx) => enqueue(tx, { kind, naturalKey, payload, runAt }));
  const read = async (naturalKey: string): Promise<JobRow | undefined> => (await database.asOwner((tx) =>
    tx.query<JobRow>('select attempts, last_error, done_at, run_at from job where natural_key = $1', [naturalKey])))[0];
  /** Counts, for each job, how often its effect was committed. */
  const counting = (kind: string): JobHandlers => ({
    [kind]: {
      scope: 'owner',
      work: async (tx, payload) => {
        await tx.query(
          `insert into installation (name, value) values ($1, '1')
           on conflict (name) do update set value = to_jsonb((installation.value)::int + 1)`,
          [String(payload['name'])],
        );
      },
    },
  });

  test('each job is done exactly once by two workers at a time', async () => {
    const clock = new SetClock();
    const kind = uuid();
    for (let n = 0; n < 40; n += 1) await put(kind, `${kind} ${n}`, clock.now(), { name: `${kind} ${n}` });
    await put(kind, `${kind} 0`, clock.now(), { name: `${kind} 0` });
    const parts: JobParts = { database, clock, handlers: counting(kind) };
    await Promise.all([workJobs(parts), workJobs(parts)]);
    const effects = await database.asOwner((tx) =>
      tx.query<{ value: number }>('select value from installation where starts_with(name, $1)', [kind]));
    assert.equal(effects.length, 40);
    assert.ok(effects.every(({ value }) => value === 1));
  });

  test('a job that fails leaves nothing, waits longer each time, and is left after ten attempts', async () => {
    const clock = new SetClock();
    const kind = uuid();
    await put(kind, kind, clock.now(), { name: kind });
    const work = counting(kind)[kind]?.work;
    assert.ok(work);
    const handlers: JobHandlers = {
      [kind]: {
        scope: 'owner',
        work: async (tx, payload, at) => {
          await work(tx, payload, at);
          throw new Error('secret');
        },
      },
    };
    let due = await workJobs({ database, clock, handlers });
    assert.deepEqual(due, new Date(clock.now().getTime() + 1000));
    const waits: number[] = [];
    while (due) {
      const wait = due.getTime() - clock.now().getTime();
      waits.push(wait / 1000);
      clock.pass(wait);
      due = await workJobs({ database, clock, handlers });
    }
    assert.deepEqual(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256]);
    const job = await read(kind);
    assert.deepEqual([job?.attempts, job?.last_error, job?.done_at], [10, 'Error', null]);
    const effects = await database.asOwner((tx) => tx.query('select from installation where name = $1', [kind]));
    assert.equal(effects.length, 0);
  });

  test('a job for an organisation sees no other', async () => {
    const clock = new SetClock();
    const kind = uuid();
    const { organisation } = await makeOrganisation(database);
    await makeOrganisation(database);
    let seen: unknown[] = [];
    await put(kind, kind, clock.now(), { organisation });
    const handlers: JobHandlers = {
      [kind]: {
        scope: 'organisation',
        work: async (tx) => {
          seen = await tx.query('select id, current_user::text as role from organisation');
        },
      },
    };
    await workJobs({ database, clock, handlers });
    assert.deepEqual(seen, [{ id: organisation, role: 'kontor_app' }]);
  });

  test('the purge forgets expired sessions and old keys, and asks for the next round', async () => {
    const clock = new SetClock();
    const { organisation, account } = await makeOrganisation(database);
    const day = 86_400_000;
    await database.asOwner(async (tx) => {
      for (const days of [29, 31]) {
        await tx.query(
          `insert into idempotency_key values ($1, $2, $3, 'n', '', '{}', $4)`,
          [organisation, `${days} days`, account, new Date(clock.now().getTime() - days * day)],
        );
      }
    });
    await put('purge', clock.now().toISOString().slice(0, 10), clock.now());
    const due = await workJobs({ database, clock, handlers: jobHandlers(30) });
    assert.deepEqual(due, new Date(clock.now().getTime() + day));
    const keys = await database.asOwner((tx) =>
      tx.query('select key from idempotency_key where organisation_id = $1', [organisation]));
    assert.deepEqual(keys, [{ key: '29 days' }]);
  });

  test('a running worker takes up what is asked for in its process, and stops', async () => {
    const failures: unknown[] = [];
    const kind = uuid();
    const { promise: worked, resolve } = Promise.withResolvers<void>();
    const handlers: JobHandlers = { [kind]: { scope: 'owner', work: async () => resolve() } };
    const worker = startJobs({ database, clock: systemClock, handlers, onError: (error) => failures.push(error) });
    await put(kind, kind, new Date());
    await worked;
    await worker.stop();
    assert.deepEqual(failures, []);
    assert.ok((await read(kind))?.done_at);
  });
}
