import { test } from 'node:test';
import {
  assertFinds,
  assertHolds,
  isCode,
  lineAt,
  madeUp,
  nodesOf,
  readSourceTree,
  textOf,
  type SourceFile,
} from './source-tree.ts';

/** What Citus or YugabyteDB do not run, or run otherwise, on tables spread over machines. */
const unportable: readonly { what: string; pattern: RegExp }[] = [
  { what: 'an advisory lock', pattern: /\bpg_(try_)?advisory_/i },
  { what: 'LISTEN or NOTIFY', pattern: /^\s*(un)?(listen|notify)\s+\w+\s*(,|;|$)|\bpg_notify\s*\(/im },
  { what: 'a deferrable constraint', pattern: /\bdeferrable\b|\binitially\s+deferred\b/i },
  { what: 'an exclusion constraint', pattern: /\bexclude\s*(using\b|\()/i },
  { what: 'a sequence', pattern: /\s(big|small)?serial\d?\s*(,|\)|$|primary|not\s+null|unique)|\bas\s+identity\b|\bcreate\s+sequence\b/im },
  { what: 'LOCK TABLE', pattern: /\block\s+table\b/i },
  { what: 'table inheritance', pattern: /\binherits\s*\(/i },
];

/** Tables with an organisation_id that are no organisation's own, each with the reason. */
const exempt: Readonly<Record<string, string>> = {
  promo_code: 'a code is the operator’s; the column narrows who may redeem it',
};

function unportableFaults(files: readonly SourceFile[]): string[] {
  return files.filter(({ path }) => path.startsWith('server/')).flatMap((file) =>
    sqlOf(file).flatMap(({ text, at }) =>
      unportable.filter(({ pattern }) => pattern.test(text)).map(({ what, pattern }) => {
        const line = lineAt(file.text, at + text.search(pattern));
        return `${file.path}:${line} uses ${what}, which distributed databases lack: lock a row or let a key decide`;
      }),
    ),
  );
}

/** The SQL of a migration, comments blanked, or the texts inside a module, with their places. */
function sqlOf(file: SourceFile): { text: string; at: number }[] {
  if (file.path.endsWith('.sql')) return [{ text: withoutComments(file.text), at: 0 }];
  if (!isCode(file)) return [];
  return nodesOf(file).flatMap(({ node }) => {
    const text = textOf(node);
    return text === undefined ? [] : [{ text, at: node.start + 1 }];
  });
}

const withoutComments = (sql: string): string => sql.replaceAll(/--[^\n]*/g, (comment) => ' '.repeat(comment.length));

function tenancyFaults(files: readonly SourceFile[], exceptions: Readonly<Record<string, string>>): string[] {
  const migrations = files.filter(({ path }) => /^server\/storage\/migrations\/.*\.sql$/.test(path));
  const all = migrations.map(({ text }) => withoutComments(text)).join('\n');
  return migrations.flatMap(({ path, text }) => {
    const sql = withoutComments(text);
    const tables = [...sql.matchAll(/\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?(\w+)\s*\(/gi)];
    return tables.flatMap(({ 1: table = '', 0: head, index }) => {
      const lacks = lackOfTenancy(table, bodyFrom(sql, index + head.length), all);
      if (exceptions[table] === undefined) return lacks.map((lack) => `${path}: the table ${table} ${lack}`);
      return lacks.length > 0 ? [] : [`${path}: ${table} needs no exception: take it off the list in test/repo/portable-sql.test.ts`];
    });
  });
}

/** What a table that belongs to an organisation lacks; nothing for one that does not. */
function lackOfTenancy(table: string, body: string, all: string): string[] {
  if (!/(^|,)\s*organisation_id\s/i.test(body)) return [];
  const has = (statement: string): boolean => new RegExp(statement.replaceAll(' ', String.raw`\s+`), 'i').test(all);
  const key = /primary\s+key\s*\(\s*organisation_id\b|(^|,)\s*organisation_id\s[^,]*primary\s+key/i;
  return [
    key.test(body) ? '' : 'must begin its primary key with organisation_id',
    has(`alter table ${table} enable row level security`) ? '' : 'must enable row level security',
    has(`alter table ${table} force row level security`) ? '' : 'must force row level security',
    has(String.raw`create policy \w+ on ${table}\b`) ? '' : 'must have a policy',
  ].filter(Boolean);
}

/** The text up to the bracket that closes the one before `start`. */
function bodyFrom(sql: string, start: number): string {
  let depth = 1;
  let end = start;
  for (; end < sql.length && depth > 0; end += 1) depth += sql[end] === '(' ? 1 : sql[end] === ')' ? -1 : 0;
  return sql.slice(start, end - 1);
}

test('SQL keeps to what distributed databases run', () => assertHolds(unportableFaults(readSourceTree())));

test('the rule of portable SQL can fail', () => {
  const faults = unportableFaults([
    madeUp('server/storage/a.ts', '// pg_advisory_lock\nawait tx.query(`select pg_advisory_xact_lock(1)`);\nx.query("listen changes");'),
    madeUp('server/jobs/a.ts', 'app.listen({ port }); log("listen on all addresses"); log("serial number, notify them");'),
    madeUp(
      'server/storage/migrations/0002-a.sql',
      [
        '-- no serial primary key, no LOCK TABLE',
        'create table a (id bigserial primary key) inherits (b);',
        'alter table a add unique (b) deferrable initially deferred;',
        'create table b (exclude using gist (c with &&));',
        'lock table a; select pg_notify($1, $2);',
      ].join('\n'),
    ),
  ]);
  const places = [/a\.ts:2.*advisory/, /a\.ts:3.*LISTEN/, /sql:5.*NOTIFY/, /sql:3.*deferrable/, /sql:4.*exclusion/];
  assertFinds(faults, [...places, /sql:2.*sequence/, /sql:5.*LOCK/, /sql:2.*inheritance/]);
});

test('every table of an organisation is its own', () => assertHolds(tenancyFaults(readSourceTree(), exempt)));

test('the rule of the tables can fail', () => {
  const guard = (table: string): string =>
    `alter table ${table} enable row level security;\nalter table ${table} force row level security;\ncreate policy a on ${table} to b;`;
  const faults = tenancyFaults(
    [
      madeUp(
        'server/storage/migrations/0002-a.sql',
        [
          'create table sound (organisation_id uuid not null references organisation, id uuid, primary key (organisation_id, id));',
          'create table naked (organisation_id uuid primary key);',
          'create table turned (id uuid, organisation_id uuid, primary key (id, organisation_id));',
          'create table account (id uuid primary key, check (organisation_id(id)));',
          'create table excused (id uuid primary key, organisation_id uuid);',
          'create table needless (organisation_id uuid, primary key (organisation_id));',
          guard('sound') + guard('turned') + guard('needless'),
        ].join('\n'),
      ),
    ],
    { excused: 'a proof', needless: 'a proof' },
  );
  assertFinds(faults, [/naked must enable/, /naked must force/, /naked must have/, /turned must begin/, /needless needs no/]);
});
