import type { Queryable } from '../../../server/storage/database.ts';
import { APPLICATION, organisationColumn, readRelations } from './catalogue.ts';
import type { Relation } from './catalogue.ts';
import { FURTHER_POLICIES, OF_NO_ORGANISATION, ONLY_GROWING } from './known-tables.ts';

const POLICIES = `
  select tablename || ' ' || policyname as name, cmd, coalesce(qual, '') as shown, coalesce(with_check, qual, '') as written
  from pg_policies where roles && '{public,${APPLICATION}}' and permissive = 'PERMISSIVE'`;

type Policy = { readonly name: string; readonly cmd: string; readonly shown: string; readonly written: string };

const DEFINERS = `
  select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where p.prosecdef and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'`;

/** What would let the application's role out of row-level security. */
const ROLE = `
  select array_remove(array[
    case when rolsuper then 'is a superuser' end, case when rolbypassrls then 'bypasses row-level security' end,
    case when rolcreaterole then 'may make roles' end, case when rolcreatedb then 'may make databases' end,
    case when rolcanlogin then 'may log in' end, case when rolreplication then 'may replicate' end,
    case when exists (select from pg_auth_members m where m.member = r.oid) then 'is a member of another role' end,
    case when exists (select from pg_class c where c.relowner = r.oid) or exists (select from pg_proc p where p.proowner = r.oid) then 'owns something' end,
    case when has_schema_privilege(r.oid, 'public', 'create') then 'may create in the schema' end,
    case when exists (select from pg_default_acl d, aclexplode(d.defaclacl) a where a.grantee in (r.oid, 0) and d.defaclobjtype = 'r') then 'is given future tables by itself' end
  ], null) as faults from pg_roles r where rolname = '${APPLICATION}'`;

/** What in the schema would let a row out, by the catalogue alone. Nothing, where all is well. */
export async function structureFaults(tx: Queryable): Promise<string[]> {
  const relations = await readRelations(tx);
  const [role] = await tx.query<{ faults: string[] }>(ROLE);
  const definers = await tx.query<{ name: string }>(DEFINERS);
  const policies = await tx.query<Policy>(POLICIES);
  const names = new Set(relations.map(({ name }) => name));
  return [
    ...(role?.faults ?? ['is missing']).map((fault) => `The role ${APPLICATION} ${fault}.`),
    ...definers.map(({ name }) => `The function ${name} runs with its owner's rights (security definer).`),
    ...policies.flatMap(policyFaults),
    ...relations.flatMap((relation) => (relation.kind === 'r' || relation.kind === 'p' ? tableFaults(relation) : viewFaults(relation))),
    ...Object.keys(OF_NO_ORGANISATION).filter((name) => !names.has(name)).map((name) => `${name} is gone: take it off test/security/row-level/known-tables.ts`),
  ];
}

/** Its own organisation's rows and no condition beside that, for what is read and for what is written. */
const TENANT = /^\((id|organisation_id) = ANY \(\( SELECT kontor_organisations\(\) AS kontor_organisations\)(::uuid\[\])?\)\)$/;

function policyFaults({ name, cmd, shown, written }: Policy): string[] {
  if (name.endsWith(' tenant') && TENANT.test(shown) && TENANT.test(written)) return [];
  if (!(name in FURTHER_POLICIES)) return [`The policy "${name}" shows rows to ${APPLICATION} and is neither "tenant" nor known.`];
  return cmd === 'SELECT' ? [] : [`The policy "${name}" lets ${APPLICATION} write what it may only list.`];
}

function tableFaults(table: Relation): string[] {
  const { name, privileges } = table;
  const listed = OF_NO_ORGANISATION[name];
  const may = new Set<string>(listed?.may ?? ['select', 'insert', ...(ONLY_GROWING.includes(name) ? [] : ['update'])]);
  const beyond = privileges.filter((privilege) => !may.has(privilege));
  const faults = beyond.map((privilege) => `${APPLICATION} may ${privilege} ${name}`);
  if (listed) return faults;
  if (organisationColumn(table) === undefined) return [...faults, `${name} has no organisation_id, and no reason in test/security/row-level/known-tables.ts`];
  if (!table.secured || !table.forced) faults.push(`${name} is not under forced row-level security`);
  if (table.owner === APPLICATION) faults.push(`${name} belongs to ${APPLICATION}`);
  return faults;
}

/** A view reads with its owner's rights unless it says otherwise; a materialised one always did. */
function viewFaults({ name, kind, options, privileges }: Relation): string[] {
  if (privileges.length === 0) return [];
  const invoker = kind === 'v' && options.some((option) => /^security_invoker=(true|on|1)$/.test(option));
  return invoker ? [] : [`${name} shows ${APPLICATION} what its owner sees (a view needs security_invoker)`];
}
