import type { Database } from '../../../server/storage/database.ts';
import { structureFaults } from './structure.ts';

/** Mistakes of a migration to come, and what must be said of each. */
const MISTAKES: readonly (readonly [text: string, fault: RegExp])[] = [
  ['create table made_up (id uuid primary key)', /made_up has no organisation_id/],
  ['create table made_up (organisation_id uuid); grant select on made_up to kontor_app', /made_up is not under forced/],
  ['create table made_up (organisation_id uuid); alter table made_up enable row level security', /made_up is not under forced/],
  ['alter table invoice no force row level security', /invoice is not under forced/],
  ['alter table invoice disable row level security', /invoice is not under forced/],
  ['create policy made_up on invoice to kontor_app using (true)', /"invoice made_up"/],
  ['create policy made_up on invoice for select using (true)', /"invoice made_up"/],
  ['drop policy tenant on invoice; create policy tenant on invoice to kontor_app using (true)', /"invoice tenant"/],
  ['drop policy tenant on invoice; create policy tenant on invoice to kontor_app using (organisation_id = any (kontor_organisations()) or true)', /"invoice tenant"/],
  ['drop policy tenant on invoice; create policy tenant on invoice to kontor_app using (true) with check (organisation_id = any ((select kontor_organisations())::uuid[]))', /"invoice tenant"/],
  ['drop policy own_list on membership; create policy own_list on membership to kontor_app using (account_id = kontor_account())', /"membership own_list" lets/],
  ['create view made_up as select * from invoice; grant select on made_up to kontor_app', /made_up shows/],
  ['create materialized view made_up as select * from invoice; grant select on made_up to kontor_app', /made_up shows/],
  ['create function made_up() returns bigint language sql security definer as $$ select count(*) from invoice $$', /function made_up/],
  ['grant delete on invoice to kontor_app', /may delete invoice/],
  ['grant update (amount) on ledger_transfer to kontor_app', /may update ledger_transfer/],
  ['grant select on account_password to kontor_app', /may select account_password/],
  ['grant create on schema public to kontor_app', /may create in the schema/],
  ['alter default privileges grant select on tables to kontor_app', /given future tables/],
];

class Undone extends Error {}

/** Makes each mistake, looks, and undoes it. @returns the mistakes that nothing was said of */
export async function mistakesOverlooked(database: Database): Promise<string[]> {
  const overlooked: string[] = [];
  for (const [text, fault] of MISTAKES) {
    await database.asOwner(async (tx) => {
      await tx.query(text);
      if (!(await structureFaults(tx)).some((found) => fault.test(found))) overlooked.push(`nothing is said of: ${text}`);
      throw new Undone();
    }).catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  }
  return overlooked;
}

export const MISTAKE_COUNT = MISTAKES.length;
