import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';
import { DatabaseError } from './database.ts';
import type { Database, Queryable } from './database.ts';

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
}

type Applied = { number: number; name: string; checksum: string };

const insufficientPrivilege = '42501';
/** What `create … if not exists` and a grant may answer when two do it at once; a second try finds it done. */
const madeByAnother = new Set(['23505', '42P07', '42710', 'XX000']);
const lockRow = 0;

/** Row 0 is the lock that migrators hold: a row, because not every engine has advisory locks. */
const makeTable = `
  create table if not exists schema_migration (
    number int primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default now()
  );
  insert into schema_migration (number, name, checksum) values (${lockRow}, 'lock', '') on conflict do nothing;`;

/** The role of the application belongs to the server, not to one of its databases, so it may be there already. */
const makeRole = `
  do $$
  begin
    if not exists (select from pg_catalog.pg_roles where rolname = 'kontor_app') then
      create role kontor_app nologin;
    end if;
    begin
      perform set_config('role', 'kontor_app', true);
      perform set_config('role', 'none', true);
    exception when insufficient_privilege then
      execute format('grant kontor_app to %I', current_user);
    end;
  end $$;`;

/**
 * Brings the database to the code's version: applies each file of `folder` that it lacks, in order, one
 * transaction a file. Safe to run by several gateways at once.
 * @param onStep told the name of each file before it is applied.
 * @returns how many files were applied.
 * @throws {StartError} when an applied file has changed, the database is newer than the code, or the
 *   application's role can be neither made nor taken.
 */
export async function migrate(
  db: Database,
  onStep: (name: string) => void = () => {},
  folder: string = join(import.meta.dirname, 'migrations'),
): Promise<number> {
  const migrations = readMigrations(folder);
  await prepare(db);
  const applied = await db.asOwner(readApplied);
  compare(migrations, applied);
  let count = 0;
  for (const migration of migrations.slice(applied.length)) {
    onStep(migration.name);
    if (await apply(db, migration)) count += 1;
  }
  return count;
}

function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql')).sort();
  return files.map((file, index) => {
    const number = index + 1;
    const name = file.slice(0, -'.sql'.length);
    if (!name.startsWith(`${String(number).padStart(4, '0')}-`)) {
      throw new Error(`Migration ${file} breaks the numbering: number ${number} is expected.`);
    }
    // A checkout with other line ends is the same migration.
    const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
    return { number, name, text, checksum: createHash('sha256').update(text).digest('hex') };
  });
}

async function prepare(db: Database): Promise<void> {
  for (let triesLeft = 4; ; triesLeft -= 1) {
    try {
      await db.asOwner((tx) => tx.query(makeTable));
      return await db.asOwner(async (tx) => void (await tx.query(makeRole)));
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      if (error.code === insufficientPrivilege) throw noRole(error);
      if (triesLeft === 0 || !madeByAnother.has(error.code)) throw error;
    }
  }
}

async function readApplied(tx: Queryable): Promise<Applied[]> {
  return await tx.query<Applied>(
    'select number, name, checksum from schema_migration where number > $1 order by number',
    [lockRow],
  );
}

function compare(migrations: readonly Migration[], applied: readonly Applied[]): void {
  for (const { number, name, checksum } of applied) {
    const migration = migrations[number - 1];
    if (migration === undefined) {
      throw new StartError(
        'KONTOR_START_DATABASE_NEWER',
        `The database is at migration ${name}, which this version of Kontor does not know. Start the newer version.`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new StartError(
        'KONTOR_START_MIGRATION_CHANGED',
        `Migration ${name} was changed after this database applied it. Restore the file, or start with an empty database.`,
      );
    }
  }
}

/** @returns false when another migrator was first. */
async function apply(db: Database, { number, name, text, checksum }: Migration): Promise<boolean> {
  return await db.asOwner(
    async (tx) => {
      await tx.query('select from schema_migration where number = $1 for update', [lockRow]);
      const [done] = await tx.query('select number from schema_migration where number = $1', [number]);
      if (done) return false;
      await tx.query(text);
      await tx.query('insert into schema_migration (number, name, checksum) values ($1, $2, $3)', [number, name, checksum]);
      return true;
    },
    { unlimited: true },
  );
}

function noRole(cause: DatabaseError): StartError {
  return new StartError(
    'KONTOR_START_DATABASE_ROLE',
    `The role of DATABASE_URL may not set the database up (${cause.message}). It must own the database and have CREATEROLE, or an administrator runs once: create role kontor_app; grant kontor_app to <that role>.`,
    { cause },
  );
}
