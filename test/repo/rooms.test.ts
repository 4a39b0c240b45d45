import { test } from 'node:test';
import {
  assertFinds,
  assertHolds,
  faultsIn,
  importsOf,
  isCode,
  isTest,
  madeUp,
  ownerOf,
  readSourceTree,
  textOf,
  type SourceFile,
  type SyntaxNode,
} from './source-tree.ts';

/** Packages that one room keeps to itself, so that replacing one touches one place. */
const kept: readonly { packages: RegExp; room: string }[] = [
  { packages: /^idb(\/|$)/, room: 'extension/session-store/' },
  { packages: /^webextension-polyfill(\/|$)/, room: 'extension/platform/' },
  { packages: /^oauth4webapi(\/|$)/, room: 'extension/' },
  { packages: /^(pg|@electric-sql\/pglite)(\/|$)/, room: 'server/storage/' },
  { packages: /^(saxes|@xmldom\/xmldom|fast-xml-parser|libxml2-wasm)(\/|$)/, room: 'server/documents/xml.ts' },
];

function packageFaults(files: readonly SourceFile[]): string[] {
  return files.filter(isCode).flatMap((file) =>
    importsOf(file).flatMap((name) => {
      const room = kept.find(({ packages }) => packages.test(name))?.room;
      if (room === undefined || file.path.startsWith(room)) return [];
      return [`${file.path} imports ${name}, which only ${room} may: go through what that room exports`];
    }),
  );
}

/** The browser's extension API under its own names, past the room that stands for it. */
function extensionApiFaults(files: readonly SourceFile[]): string[] {
  const outside = files.filter(({ path }) => /^(shared|widgets|extension)\//.test(path) && !path.startsWith('extension/platform/'));
  return faultsIn(outside, ({ node }) => {
    const name = ownerOf(node) ?? '';
    return /^(chrome|browser)$/.test(name) ? `uses ${name}: go through extension/platform` : undefined;
  });
}

const sqlRooms = /^server\/(storage|ledger|domain|identity|jobs|seed)\//;
const statement = /^\s*(select\b[\s\S]+\bfrom\s|insert\s+into\s|update\s+\w+\s+set\s|delete\s+from\s|with\s+\w+\s+as\s*\()/;
const queryStart = /^\s*(select|insert|update|delete|with|merge|create|alter|drop|truncate|set|begin|commit|copy|call)\b/i;

function sqlFaults(files: readonly SourceFile[]): string[] {
  return faultsIn(files.filter(({ path }) => !sqlRooms.test(path)), ({ node, parent }) => {
    const text = textOf(node);
    if (text === undefined) return undefined;
    const sql = isFirstOfQuery(node, parent) ? queryStart.test(text) : statement.test(text);
    return sql ? 'holds SQL: it belongs into server/domain or server/storage' : undefined;
  });
}

function isFirstOfQuery(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (parent?.type !== 'CallExpression' || (parent['arguments'] as SyntaxNode[])[0] !== node) return false;
  const callee = parent['callee'] as SyntaxNode;
  return callee.type === 'MemberExpression' && (callee['property'] as SyntaxNode)['name'] === 'query';
}

const product = (): SourceFile[] => readSourceTree().filter((file) => !isTest(file));

test('a package that has a room stays in it', () => assertHolds(packageFaults(product())));

test('the rule of the packages can fail', () => {
  const faults = packageFaults([
    madeUp('extension/popup/popup.ts', "import {openDB} from 'idb'; import browser from 'webextension-polyfill';"),
    madeUp('server/app.ts', "import type {Pool} from 'pg'; import {live} from '@electric-sql/pglite/live';"),
    madeUp('server/documents/read-ubl.ts', "import {SaxesParser} from 'saxes';"),
    madeUp('server/storage/postgres.ts', "import pg from 'pg';"),
    madeUp('server/documents/xml.ts', "import {SaxesParser} from 'saxes';"),
  ]);
  assertFinds(faults, [/idb/, /polyfill/, /imports pg,/, /pglite/, /saxes/]);
});

test("the browser's extension API stays in its room", () => assertHolds(extensionApiFaults(product())));

test('the rule of the extension API can fail', () => {
  const faults = extensionApiFaults([
    madeUp('extension/popup/popup.ts', 'chrome.action.openPopup();'),
    madeUp('widgets/a.ts', 'await browser.storage.local.get();'),
    madeUp('extension/platform/platform.ts', 'browser.alarms.clear();'),
    madeUp('server/a.ts', 'browser.close();'),
  ]);
  assertFinds(faults, [/popup\.ts:1 uses chrome/, /widgets\/a\.ts:1 uses browser/]);
});

test('SQL stays in its rooms', () => assertHolds(sqlFaults(product())));

test('the rule of SQL can fail', () => {
  const faults = sqlFaults([
    madeUp('server/routes/invoices.ts', 'await tx.query(`SELECT 1`);\nconst page = "select id from invoice where true";'),
    madeUp('server/http/a.ts', 'const del = `delete from ${table} where id = $1`;'),
    madeUp('shared/client/a.ts', "const hint = 'Select an organisation from the list'; url.query('update');"),
    madeUp('server/ledger/transfer.ts', 'await tx.query(`update account set x = 1`);'),
  ]);
  assertFinds(faults, [/invoices\.ts:1/, /invoices\.ts:2/, /http\/a\.ts/, /client\/a\.ts/]);
});
