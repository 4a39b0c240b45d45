import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../../server/storage/database.ts';
import { migrate } from '../../../server/storage/migrate.ts';
import { openPGlite } from '../../../server/storage/pglite.ts';
import { openPostgres } from '../../../server/storage/postgres.ts';
import { testDatabase } from '../test-database.ts';

/** A tenant table, as migrations make them, and one that is nobody's. */
const schema = `
  create table note (
    organisation_id uuid not null,
    id int not null,
    body text not null constraint note_body_short check (length(body) <= 20),
    constraint note_key primary key (organisation_id, id)
  );
  alter table note enable row level security;
  alter table note force row level security;
  create policy owner_all on note to current_user using (true);
  create policy tenant on note to kontor_app
    using (organisation_id = any (nullif(current_setting('kontor.organisations', true), '')::uuid[]));
  grant select, insert, update on note to kontor_app;

  create table counter (id int constraint counter_key primary key, value bigint not null);
  grant select, insert, update on counter to kontor_app;

  create function fail_with(state text) returns void language plpgsql as
    $$ begin raise exception 'asked for' using errcode = state; end $$;`;

/** Both adapters, the embedded one in memory, with the tables above. */
export const engines: Readonly<Record<Database['engine'], () => Promise<Database>>> = {
  pglite: async () => withSchema(await openPGlite(undefined)),
  postgres: async () => withSchema(await openPostgres(await testDatabase())),
};

/** Applies the tables above to an empty database. */
export async function withSchema(database: Database): Promise<Database> {
  const folder = migrationFolder({ '0001-schema.sql': schema });
  try {
    await migrate(database, undefined, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
  return database;
}

/** A folder of migrations, by file name. */
export function migrationFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-migrations-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
