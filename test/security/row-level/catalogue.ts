import type { Queryable } from '../../../server/storage/database.ts';

/** The role that transactions take. */
export const APPLICATION = 'kontor_app';

/** A table or view as the database's catalogue has it. */
export interface Relation {
  readonly name: string;
  /** `r` table, `p` partitioned, `v` view, `m` materialised view, `f` foreign table. */
  readonly kind: string;
  readonly secured: boolean;
  readonly forced: boolean;
  readonly owner: string;
  readonly options: readonly string[];
  /** Without those that the database works out itself. */
  readonly columns: readonly string[];
  /** The columns that the application's role may change. */
  readonly changeable: readonly string[];
  /** What the application's role may do, be it with one column. */
  readonly privileges: readonly string[];
}

const RELATIONS = `
  select case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname as name, c.relkind::text as kind,
    c.relrowsecurity as secured, c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner)::text as owner,
    coalesce(c.reloptions, '{}') as options,
    array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
    array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''
      and has_column_privilege('${APPLICATION}', c.oid, attnum, 'update') order by attnum) as changeable,
    array(select p from unnest('{select,insert,update,delete,truncate,references,trigger}'::text[]) p
      where has_table_privilege('${APPLICATION}', c.oid, p)
        or (p in ('select', 'insert', 'update', 'references') and has_any_column_privilege('${APPLICATION}', c.oid, p))) as privileges
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
  order by 1`;

/** Every table and view there is, whatever made it. */
export async function readRelations(tx: Queryable): Promise<Relation[]> {
  return (await tx.query(RELATIONS)) as unknown as Relation[];
}

/** The column that says whose a row is; `undefined` where there is none. */
export function organisationColumn({ name, columns }: Relation): string | undefined {
  if (name === 'organisation') return 'id';
  return columns.find((column) => column === 'organisation_id');
}
