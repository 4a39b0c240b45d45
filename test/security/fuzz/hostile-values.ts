import fc from 'fast-check';

const TEXTS: readonly string[] = [
  '', ' ', '0', '1', '-1', 'true', 'null', 'undefined', 'NaN', '[object Object]', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty',
  '\u0000', 'a\u0000b', '\r\nx-injected: 1', '\n', '\t', '\u001b[31m', '\ud800', 'a\udc00b', '\u202egnp.exe', '\u200b', '\ufeff', 'e\u0301'.repeat(20), '１２３', 'ﬃ', 'İ', 'ß', '𝟙', '👩‍👩‍👧‍👦',
  "'; drop table account; --", "' or '1'='1", '%', '_', '\\', '%%%', '$1', '{{7*7}}', '${7*7}', '<script>alert(1)</script>', '<!ENTITY x SYSTEM "file:///etc/passwd">',
  '../../etc/passwd', '..\\..\\x', '/etc/passwd', 'file:///etc/passwd', 'http://169.254.169.254/', 'javascript:alert(1)', '|id', '`id`', '$(id)',
  '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'urn:uuid:01900000-0000-7000-8000-000000000000', '{01900000-0000-7000-8000-000000000000}',
  '2026-02-30', '0000-01-01', '9999-12-31', '-000001-01-01', '10000-01-01', '2026-01-01T00:00:00Z', '1e400', '0x10', '9'.repeat(40), 'x'.repeat(300), 'x'.repeat(20_000), '𝒳'.repeat(200),
];

const NUMBERS: readonly number[] = [
  0, -0, 1, -1, 0.1, 1.5, 100.00000000000001, 2 ** 31, 2 ** 31 - 1, -(2 ** 31) - 1, 2 ** 53, 2 ** 53 - 1, -(2 ** 53), 2 ** 63, 2 ** 64, 1e21, 1e308, -1e308, 5e-324,
];

/** Objects whose names mean something to JavaScript. Parsed, since a literal would set the prototype. */
const NAMES = ['{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"admin":true}}}', '{"toString":1}', '{"valueOf":null,"then":1}', '{"$ref":"#"}', '{"":1}', '{"\\u0000":1}', '{"length":-1}'];

/** Text of JSON nested so many levels deep. */
export function nested(levels: number, open = '[', close = ']'): string {
  return open.repeat(levels) + close.repeat(levels);
}

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
);

/** Whatever JSON can say that nobody would send. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  { weight: 3, arbitrary: fc.constantFrom(...NUMBERS) },
  { weight: 2, arbitrary: fc.constantFrom(null, true, false, [], {}, [[]], [null], [{}]) },
  { weight: 2, arbitrary: fc.constantFrom(...NAMES).map((text) => JSON.parse(text) as unknown) },
  { weight: 1, arbitrary: fc.constantFrom(10, 200).map((levels) => JSON.parse(nested(levels)) as unknown) },
  { weight: 1, arbitrary: fc.constantFrom(60, 2000).map((length) => Array.from({ length }, (_, at) => at)) },
  { weight: 1, arbitrary: fc.jsonValue() },
);

/** Names that no schema has. */
export const hostileName: fc.Arbitrary<string> = fc.constantFrom(
  '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'admin', 'role', 'id', 'organisation_id', 'account', '', ' ', '\u0000', '$where', 'x'.repeat(200), 'limit[]', 'a.b',
);

/** Bodies that are no JSON, or JSON that strains its reader. */
export const brokenJson: fc.Arbitrary<string> = fc.constantFrom(
  '', ' ', '{', '}', '[', '"', '{"a":1}}', "{'a':1}", '{"a":1,}', 'NaN', 'Infinity', '-', '01', '1e', 'undefined', '\u0000', '\ufeff{}', '{"a":1}\u0000', '//\n{}', '"\ud800"', '"\\ud800"', '"\\u0000"',
  '{"__proto__":{"x":1}}', '{"constructor":{"prototype":{"x":1}}}', '{"a":1,"a":2}', nested(20_000), nested(5000, '{"a":', '}'), `[${'1,'.repeat(20_000)}1]`, `{"a":"${'x'.repeat(70_000)}"}`, `1${'0'.repeat(400)}`, '<xml/>', 'a=1&b=2',
);

export const contentType: fc.Arbitrary<string> = fc.constantFrom(
  'application/json', 'APPLICATION/JSON', 'application/json; charset=utf-8', 'application/json; charset=utf-16', 'application/json;__proto__=x', 'application/json, text/plain', 'application/jsonp', 'application/json/x',
  'text/plain', 'text/html', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/problem+json', 'application/octet-stream', '*/*', ';', 'json', 'x'.repeat(500),
);
