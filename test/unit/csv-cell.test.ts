import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { csvCell } from '../../server/domain/audit/write-audit.ts';
import { agentFamily } from '../../server/http/agent-family.ts';

/** The cells of one line as RFC 4180 reads them. */
function read(line: string): string[] {
  const cells = line.match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^",\r\n]*)(?=,|$)/g) ?? [];
  return cells.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
}

test('a cell comes back as it was, but for an apostrophe before what would run', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '"', ',', '\r', '\n', '\t', ' ', "'", ';', 'a') }));
  fc.assert(fc.property(text, text, (one, other) => {
    const cells = read(`${csvCell(one)},${csvCell(other)}`);
    assert.equal(cells.length, 2);
    for (const [cell, given] of [[cells[0] ?? '', one], [cells[1] ?? '', other]] as const) {
      assert.ok(cell === given || cell === `'${given}`);
      assert.doesNotMatch(cell, /^\s*[=+\-@]|^[\t\r\n]/);
    }
  }));
});

test('programs are told apart by family alone', () => {
  const families = {
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36 Edg/141.0': 'Edge',
    'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15': 'Safari',
    'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0 Mobile Safari/604.1': 'Chrome',
    'curl/8.5.0': 'curl', node: 'Node.js', 'python-requests/2.32': 'program', '=cmd|x': 'other', '': 'other',
  };
  for (const [agent, family] of Object.entries(families)) assert.equal(agentFamily(agent), family, agent);
  assert.equal(agentFamily(undefined), null);
});
