import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Database, Parameter } from '../../../server/storage/database.ts';

const instant = new Date('2026-03-29T01:30:00.125Z');
const bytes = new Uint8Array([0, 255, 92, 34]);
const id = '0195e3a1-7c00-7000-8000-000000000001';

/** One of every kind of value that the gateway stores: its type, as a parameter, as a column. */
const values: readonly [type: string, sent: Parameter, received: unknown][] = [
  ['int8', 9_007_199_254_740_993n, 9_007_199_254_740_993n],
  ['int8', 5, 5n],
  ['int8[]', [1n, null, -9_223_372_036_854_775_808n], [1n, null, -9_223_372_036_854_775_808n]],
  ['int4', 7, 7],
  ['int4[]', [1, 2], [1, 2]],
  ['float8', 0.1, 0.1],
  ['numeric', '12.50', '12.50'],
  ['numeric[]', ['0.10', null], ['0.10', null]],
  ['boolean', true, true],
  ['boolean[]', [true, false], [true, false]],
  ['text', 'L’été à Zürich 💶', 'L’été à Zürich 💶'],
  ['text', '', ''],
  ['text', 5, '5'],
  ['text', null, null],
  ['text[]', ['a"b', 'c,d', '\\', 'null', '', '{}', null], ['a"b', 'c,d', '\\', 'null', '', '{}', null]],
  ['text[]', [], []],
  ['int4[]', [[1, 2], [3, 4]], [[1, 2], [3, 4]]],
  ['uuid', id, id],
  ['uuid[]', [id], [id]],
  ['bytea', bytes, bytes],
  ['bytea[]', [bytes], [bytes]],
  ['date', '2026-02-28', '2026-02-28'],
  ['date[]', ['2026-02-28'], ['2026-02-28']],
  ['timestamptz', instant, instant],
  ['timestamptz', '2026-03-29T03:30:00.125+02:00', instant],
  ['timestamptz[]', [instant, null], [instant, null]],
  ['timestamp', '2026-03-29 01:30:00', '2026-03-29 01:30:00'],
  ['interval', '2 months', '2 mons'],
  ['jsonb', '{"a": [1, "x"], "b": null}', { a: [1, 'x'], b: null }],
  ['jsonb[]', ['{"a":1}'], [{ a: 1 }]],
];

/** Values arrive the same on either engine, as parameters and as columns. */
export function valueSuite(opened: () => Promise<Database>): void {
  for (const [type, sent, received] of values) {
    test(`${type} ${typeof sent === 'object' ? JSON.stringify(sent, asText) : String(sent)}`, async () => {
      const rows = await (await opened()).query(`select $1::${type} as value`, [sent]);
      assert.deepEqual(rows, [{ value: received }]);
    });
  }

  test('any text, list of texts and whole number comes back as it went', async () => {
    const database = await opened();
    const text = fc.string({ unit: 'grapheme' }).map((drawn) => drawn.replaceAll('\0', ''));
    const whole = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    const query = 'select $1::text as one, $2::text[] as many, $3::int8 as whole';
    await database.transaction({}, (tx) =>
      fc.assert(
        fc.asyncProperty(text, fc.array(fc.option(text)), whole, async (one, many, whole) => {
          assert.deepEqual(await tx.query(query, [one, many, whole]), [{ one, many, whole }]);
        }),
      ),
    );
  });

  test('a value that its type refuses is the server’s refusal', async () => {
    const database = await opened();
    const refusals: [type: string, sent: Parameter, code: string][] = [
      ['boolean', 'perhaps', '22P02'],
      ['int4', 1.5, '22P02'],
      ['int8', 2n ** 63n, '22003'],
      ['date', '2026-02-30', '22008'],
      ['timestamptz', 'soon', '22007'],
      ['jsonb', '{', '22P02'],
      ['bytea', String.raw`\xzz`, '22023'],
      ['text', 'a\0b', '22021'],
    ];
    for (const [type, sent, code] of refusals) {
      await assert.rejects(database.query(`select $1::${type}`, [sent]), { code }, `${type} ${String(sent)}`);
    }
  });

  test('the session’s clock is UTC', async () => {
    const rows = await (await opened()).query(`select '2026-03-01T23:30:00-01:00'::timestamptz::date as day`);
    assert.deepEqual(rows, [{ day: '2026-03-02' }]);
  });

  test('a text of several statements, without parameters, answers with the last one’s rows', async () => {
    const rows = await (await opened()).query('select 1 as one; select 2 as two');
    assert.deepEqual(rows, [{ two: 2 }]);
  });
}

const asText = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}n` : value);
