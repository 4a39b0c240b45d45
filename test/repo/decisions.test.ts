import { test } from 'node:test';
import { assertFinds, assertHolds, madeUp, readSourceTree, type SourceFile } from './source-tree.ts';

const parts = ['Status', 'Context', 'Decision', 'Consequences'];

function decisionFaults(files: readonly SourceFile[]): string[] {
  const pages = files.filter(({ path }) => path.startsWith('docs/decisions/'));
  return pages.flatMap(({ path, text }, at) => {
    const name = /^docs\/decisions\/(\d{4})-[a-z0-9-]+\.md$/.exec(path);
    if (!name) return [`${path}: name it NNNN-title.md`];
    const next = String(at + 1).padStart(4, '0');
    const faults = name[1] === next ? [] : [`${path}: the next number is ${next}: decisions are numbered without gaps`];
    const missing = parts.filter((part) => !new RegExp(`^(## ${part}\\b|${part}: )`, 'm').test(text));
    return faults.concat(missing.map((part) => `${path} has no part "${part}": a decision has ${parts.join(', ')}`));
  });
}

test('decisions have their four parts and numbers without gaps', () => assertHolds(decisionFaults(readSourceTree())));

test('the rule of the decisions can fail', () => {
  const sound = parts.map((part) => `## ${part}\nText.\n`).join('\n');
  const faults = decisionFaults([
    madeUp('docs/decisions/0001-first.md', sound),
    madeUp('docs/decisions/0002-second.md', sound.replace('## Context', '')),
    madeUp('docs/decisions/0004-fourth.md', sound),
    madeUp('docs/decisions/notes.md', sound),
  ]);
  assertFinds(faults, [/0002.*Context/, /0004.*0003/, /notes/]);
});
