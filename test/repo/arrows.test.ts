import { builtinModules } from 'node:module';
import { posix } from 'node:path';
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
  type SourceFile,
} from './source-tree.ts';

/** What each room of the house may import; tests, scripts and files at the root know all rooms. */
const mayImport: Record<string, readonly string[]> = {
  shared: ['shared'],
  widgets: ['widgets', 'shared'],
  extension: ['extension', 'widgets', 'shared'],
  server: ['server', 'shared'],
};

function arrowFaults(files: readonly SourceFile[]): string[] {
  return files.filter(isCode).flatMap((file) => {
    const room = roomOf(file.path);
    const allowed = room.startsWith('examples/') ? [room] : mayImport[room];
    if (!allowed) return [];
    return importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => posix.join(posix.dirname(file.path), name))
      .filter((target) => !allowed.includes(roomOf(target)))
      .map((target) => `${file.path} imports ${target}: ${room} may import only ${allowed.join(', ')}`);
  });
}

/** The top folder, or for an example its own folder: a partner has our interface and nothing of our code. */
function roomOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return top === 'examples' ? `${top}/${second}` : top;
}

const nodeModules = new Set(builtinModules);

function placeFaults(files: readonly SourceFile[]): string[] {
  const inPages = files.filter((file) => isCode(file) && /^(shared|widgets|extension)\//.test(file.path));
  return inPages.flatMap((file) => {
    const shared = file.path.startsWith('shared/');
    const forNode = importsOf(file).filter((name) => name.startsWith('node:') || nodeModules.has(name));
    const forPages = shared ? importsOf(file).filter((name) => /^(lit|@lit|idb|webextension-polyfill)(\/|$)/.test(name)) : [];
    return forNode
      .map((name) => `${file.path} imports ${name}: it runs in pages, where there is no Node`)
      .concat(forPages.map((name) => `${file.path} imports ${name}: shared runs in Node too and knows no page`))
      .concat(globalFaults(file, shared));
  });
}

function globalFaults(file: SourceFile, shared: boolean): string[] {
  return faultsIn([file], ({ node }) => {
    const name = ownerOf(node) ?? '';
    if (/^(process|Buffer)$/.test(name)) return `uses ${name}: it runs in pages, where there is no Node`;
    const ofPage = /^(window|customElements|localStorage|sessionStorage)$/.test(name);
    return shared && ofPage ? `uses ${name}: shared runs in Node and in workers too and knows no page` : undefined;
  });
}

test('arrows between the rooms point one way', () => assertHolds(arrowFaults(readSourceTree())));

test('the rule of the arrows can fail', () => {
  const faults = arrowFaults([
    madeUp('shared/money/money.ts', "import type {A} from '../../widgets/a.ts'; import './other.ts';"),
    madeUp('widgets/a.ts', "export {b} from '../server/b.ts'; import '../shared/c.ts';"),
    madeUp('server/main.ts', "await import('../extension/popup.ts');"),
    madeUp('server/app.ts', "export const a = (b: import('../widgets/b.ts').B): void => {};"),
    madeUp('examples/portal/backend.ts', "import '../../shared/client/client.ts'; import './public/page.ts';"),
    madeUp('test/unit/a.test.ts', "import '../../server/app.ts';"),
  ]);
  assertFinds(faults, [/widgets\/a\.ts/, /server\/b\.ts/, /extension\/popup/, /widgets\/b\.ts/, /shared\/client/]);
});

test('what runs in pages needs no Node, and shared needs no page', () =>
  assertHolds(placeFaults(readSourceTree().filter((file) => !isTest(file)))));

test('the rule of the places can fail', () => {
  const faults = placeFaults([
    madeUp('widgets/a.ts', "import {readFile} from 'fs/promises'; window.close();"),
    madeUp('shared/a.ts', "import {html} from 'lit'; export const a = process.env;\nwindow.close();"),
    madeUp('server/a.ts', "import 'node:fs'; process.exit();"),
  ]);
  assertFinds(faults, [/fs\/promises/, /imports lit/, /:1 uses process/, /:2 uses window/]);
});
