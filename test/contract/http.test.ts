import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { buildApp } from '../../server/app.ts';
import { DatabaseError } from '../../server/storage/database.ts';
import { PROBLEMS } from '../../shared/contract/problem.ts';
import { Fixture, GATEWAY, ORIGIN } from '../support/fixture.ts';

const fixture = await Fixture.start();
const { app } = fixture;
const { token, organisation, partner, account } = await fixture.signedIn();
const invoices = `/v1/organisations/${organisation}/invoices`;

/** As far as it is looked at here. */
interface Operation { readonly responses: Record<string, { description?: string; content?: Record<string, { schema?: object }> }> }

describe('what does not follow the description', () => {
  test('bodies are taken as they are or not at all', async () => {
    const sound = { person: account, origin: ORIGIN, elements: ['invoice-list'], features: ['invoices:read'] };
    const hostile = [
      { ...sound, lifetime: true }, { ...sound, lifetime: '60' }, { ...sound, lifetime: [60] }, { ...sound, lifetime: 60.5 }, { ...sound, lifetime: 601 },
      { ...sound, admin: true }, { ...sound, person: 7 }, { ...sound, person: `urn:uuid:${account}` }, { ...sound, features: 'invoices:read' },
      { ...sound, features: [] }, { ...sound, features: ['invoices:read', 'invoices:read'] }, { ...sound, elements: ['__proto__'] }, { ...sound, origin: null },
      [], [sound], 'text', 1, null,
    ];
    for (const body of hostile) {
      const headers = { authorization: `Bearer ${partner.key}`, 'content-type': 'application/json' };
      const answer = await app.inject({ method: 'POST', url: '/v1/widget-sessions', headers, payload: JSON.stringify(body) });
      assert.deepEqual([answer.statusCode, answer.json().code], [400, 'KONTOR_REQUEST_INVALID'], JSON.stringify(body));
    }
  });

  test('bodies that are no JSON, too large or of another type', async () => {
    const send = async (payload: string, type = 'application/json') => {
      const headers = { authorization: `Bearer ${partner.key}`, 'content-type': type };
      const answer = await app.inject({ method: 'POST', url: '/v1/widget-sessions', headers, payload });
      return [answer.statusCode, answer.json().code, String(answer.headers['content-type']).split(';')[0]];
    };
    const problem = 'application/problem+json';
    for (const text of ['', '{', '{"a":1}}', '{"__proto__":{"x":1}}', '{"constructor":{"prototype":{}}}', '\u0000', 'NaN']) {
      assert.deepEqual(await send(text), [400, 'KONTOR_REQUEST_INVALID', problem], text);
    }
    assert.deepEqual(await send(JSON.stringify({ person: 'x'.repeat(70_000) })), [413, 'KONTOR_BODY_TOO_LARGE', problem]);
    for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      assert.deepEqual(await send('{}', type), [415, 'KONTOR_MEDIA_TYPE_UNSUPPORTED', problem], type);
    }
  });

  test('a body with a DELETE is not read, whatever it is', async () => {
    for (const [type, payload] of [['application/json', ''], ['application/json', '{'], ['text/plain', 'x'], ['application/json', 'x'.repeat(70_000)]] as const) {
      const headers = { authorization: `Bearer ${partner.key}`, 'content-type': type };
      const answer = await app.inject({ method: 'DELETE', url: `/v1/widget-sessions/${account}`, headers, payload });
      assert.equal(answer.statusCode, 204, answer.body);
    }
  });

  test('query strings', async () => {
    const hostile = [
      'limit=0', 'limit=201', 'limit=1.0', 'limit=1e1', 'limit=0x1', 'limit=%201', 'limit=', 'limit=1&limit=2', 'limit[]=1', 'offset=-1', 'offset=99999999999999999999',
      'summary=1', 'summary=TRUE', 'from=2026-02-30', 'from=2026-2-1', 'from=0000-01-01', 'to=2026-01-01T00:00:00Z', 'status=unknown', 'status=', 'sort=__proto__',
      'sort=issued&sort=due', 'search=a&search=b', 'unknown=1', '__proto__=1', 'constructor=1', 'hasOwnProperty=1', `search=${'x'.repeat(201)}`,
    ];
    for (const query of hostile) {
      const answer = await fixture.call(token, `${invoices}?${query}`);
      assert.deepEqual([answer.statusCode, answer.json().code], [400, 'KONTOR_REQUEST_INVALID'], query);
      assert.equal(answer.headers['access-control-allow-origin'], ORIGIN);
    }
    for (const query of ['limit=1', 'summary=false', 'status=due', 'status=due&status=paid', 'from=2024-02-29', 'search=%00%27%22%5C', 'search=']) {
      assert.equal((await fixture.call(token, `${invoices}?${query}`)).statusCode, 200, query);
    }
  });

  test('addresses and methods', async () => {
    const answers: [string, 'GET' | 'POST' | 'PATCH' | 'OPTIONS', number, string][] = [
      ['/nowhere', 'GET', 404, 'KONTOR_NOT_FOUND'],
      ['/v1/organisations/x/invoices', 'GET', 400, 'KONTOR_REQUEST_INVALID'],
      [`/v1/organisations/urn:uuid:${organisation}/invoices`, 'GET', 400, 'KONTOR_REQUEST_INVALID'],
      [`${invoices}/${'a'.repeat(300)}`, 'GET', 400, 'KONTOR_REQUEST_INVALID'],
      ['/v1/%', 'GET', 400, 'KONTOR_REQUEST_INVALID'],
      ['/v1/session', 'PATCH', 405, 'KONTOR_METHOD_NOT_ALLOWED'],
      [invoices, 'PATCH', 405, 'KONTOR_METHOD_NOT_ALLOWED'],
      [invoices, 'OPTIONS', 405, 'KONTOR_METHOD_NOT_ALLOWED'],
    ];
    for (const [url, method, status, code] of answers) {
      const headers = { authorization: `Bearer ${token}`, origin: ORIGIN };
      const answer = await app.inject({ method, url, headers });
      const body = answer.json();
      assert.deepEqual([answer.statusCode, body.code, body.requestId], [status, code, answer.headers['x-request-id']], url);
      assert.equal(answer.headers['x-content-type-options'], 'nosniff');
    }
    assert.equal((await app.inject({ method: 'PATCH', url: '/v1/session' })).headers['allow'], 'GET, HEAD, POST, DELETE');
  });
});

describe('answers to pages', () => {
  const preflight = (origin: string) =>
    app.inject({ method: 'OPTIONS', url: invoices, headers: { origin, 'access-control-request-method': 'GET' } });

  test('preflights are for the partners\' origins', async () => {
    const answer = await preflight(ORIGIN);
    assert.equal(answer.statusCode, 204);
    assert.equal(answer.headers['access-control-allow-origin'], ORIGIN);
    assert.equal(answer.headers['access-control-allow-headers'], 'authorization, content-type, dpop, idempotency-key');
    assert.equal(answer.headers['access-control-max-age'], '600');
    assert.equal(answer.headers['access-control-allow-credentials'], undefined);
    assert.match(String(answer.headers['vary']), /Origin/);
    for (const origin of ['https://evil.test', 'null', '*', 'https://portal.example.com.evil.test']) {
      const refused = await preflight(origin);
      assert.deepEqual([refused.statusCode, refused.headers['access-control-allow-origin']], [403, undefined], origin);
    }
  });

  test('private answers are kept nowhere and can do nothing', async () => {
    for (const url of ['/v1/session', invoices, '/nowhere']) {
      const { headers } = await fixture.call(token, url);
      assert.equal(headers['cache-control'], 'no-store');
      assert.match(String(headers['content-security-policy']), /^default-src 'none'/);
      assert.equal(headers['strict-transport-security'], undefined);
    }
  });
});

test('a fault of ours says nothing but its request id', async () => {
  await fixture.database.asOwner((tx) => tx.query('alter table product rename to product_gone'));
  const answer = await fixture.call(token, `/v1/organisations/${organisation}/products`);
  await fixture.database.asOwner((tx) => tx.query('alter table product_gone rename to product'));
  const { requestId, ...body } = answer.json();
  const { status, title } = PROBLEMS.KONTOR_INTERNAL;
  assert.deepEqual(body, { type: `${GATEWAY}/problems/KONTOR_INTERNAL`, title, status, code: 'KONTOR_INTERNAL' });
  assert.equal(requestId, answer.headers['x-request-id']);
});

test('a database that is gone or full is said to be for now', async () => {
  for (const sqlState of ['08006', '08003', '57P01', '53300', '57014']) {
    const gone = async () => {
      throw new DatabaseError('gone', sqlState);
    };
    const database = { query: gone, transaction: gone, asOwner: gone, engine: 'postgres', close: async () => {} } as const;
    const lost = await buildApp({ database, clock: fixture.clock, gatewayUrl: 'https://gateway.example.com' });
    const answer = await lost.inject({ url: '/readyz', headers: { origin: ORIGIN } });
    assert.deepEqual([answer.statusCode, answer.json().code, answer.headers['retry-after']], [503, 'KONTOR_DATABASE_UNAVAILABLE', '2']);
    assert.match(String(answer.headers['strict-transport-security']), /max-age/);
    assert.equal((await lost.inject('/healthz')).statusCode, 200);
    const page = await lost.inject('/sign-out');
    assert.deepEqual([page.statusCode, page.headers['retry-after'], page.headers['content-type']], [503, '2', 'text/html; charset=utf-8']);
  }
});

test('others who come in between, however often, are declared everywhere', async () => {
  const between = async () => {
    throw new DatabaseError('could not serialize access', '40001');
  };
  const database = { query: between, transaction: between, asOwner: between, engine: 'postgres', close: async () => {} } as const;
  const busy = await buildApp({ database, clock: fixture.clock, gatewayUrl: GATEWAY });
  const { statusCode } = await busy.inject('/readyz');
  assert.equal(statusCode, 409);
  const { paths } = (await app.inject('/openapi.json')).json();
  for (const path of Object.keys(paths)) {
    for (const { responses } of Object.values<Operation>(paths[path])) assert.match(String(responses[statusCode]?.description), /KONTOR_CONFLICT/, path);
  }
});

test('what is no HTTP is answered and let go', async () => {
  const { port } = new URL(await app.listen({ host: 'localhost', port: 0 }));
  const socket = connect(Number(port), 'localhost');
  socket.end('NONSENSE\r\n\r\n');
  const chunks: Buffer[] = await socket.toArray();
  assert.match(Buffer.concat(chunks).toString(), /^HTTP\/1\.1 400 .*application\/problem\+json.*KONTOR_REQUEST_INVALID/s);
});

test('health, readiness and the meaning of a problem', async () => {
  assert.deepEqual((await app.inject('/healthz')).json(), { status: 'alive' });
  const ready = (await app.inject('/readyz')).json();
  assert.deepEqual([ready.status, ready.engine, ready.migration >= 1], ['ready', 'pglite', true]);
  assert.equal((await app.inject('/problems/KONTOR_NOT_FOUND')).json().status, 404);
});

describe('the description of the API', () => {
  test('is OpenAPI 3.1 whose schemas and references hold', async () => {
    const description = (await app.inject('/openapi.json')).json();
    assert.equal(description.openapi, '3.1.0');
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'https://kontor.test/api', components: description.components });
    const text = JSON.stringify(description);
    const references = new Set([...text.matchAll(/"\$ref":"#([^"]+)"/g)].map((match) => match[1]));
    assert.ok(references.has('/components/schemas/InvoiceWindow'));
    for (const reference of references) assert.ok(ajv.getSchema(`https://kontor.test/api#${reference}`), reference);
    for (const [path, item] of Object.entries<Record<string, Operation>>(description.paths)) {
      for (const operation of Object.values(item)) {
        assert.ok('500' in operation.responses && '503' in operation.responses && '400' in operation.responses, path);
        const success = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
        assert.ok(success.length > 0, path);
      }
    }
  });

  test('has every route, and every route its answers', async () => {
    const { paths } = (await app.inject('/openapi.json')).json();
    assert.ok(Object.keys(paths).length >= 17, Object.keys(paths).join(' '));
    for (const path of Object.keys(paths)) {
      for (const operation of Object.values<Operation>(paths[path])) {
        for (const [status, { content, description }] of Object.entries(operation.responses)) {
          const problem = Number(status) >= 400;
          if (problem) assert.ok(content?.['application/problem+json'], `${path} ${status}`);
          else assert.ok(content ? Object.values(content).every(({ schema }) => schema) : description, `${path} ${status}`);
        }
      }
    }
  });

  test('can be read on a page without foreign or inline scripts', async () => {
    const home = await app.inject('/');
    assert.deepEqual([home.statusCode, home.headers.location], [302, '/docs/']);
    const page = await app.inject('/docs/');
    assert.equal(page.statusCode, 200);
    assert.match(String(page.headers['content-security-policy']), /script-src 'self';/);
    assert.doesNotMatch(page.body, /<script(?![^>]*\ssrc=)/);
    assert.doesNotMatch(page.body, /https?:\/\//);
  });
});
