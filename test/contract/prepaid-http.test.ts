import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import type { MovementWindow, PrepaidBalance, TopUp } from '../../shared/contract/prepaid.ts';
import type { Feature } from '../../shared/contract/session.ts';
import { buildApp } from '../../server/app.ts';
import type { App } from '../../server/http/app-parts.ts';
import { checkInvariants } from '../../server/ledger/check-invariants.ts';
import type { Database } from '../../server/storage/database.ts';
import { openPGlite } from '../../server/storage/pglite.ts';
import { systemClock } from '../../server/clock.ts';
import { setStage, type Stage } from '../support/ledger/set-stage.ts';

const body = { amount: { amount: 2500, currency: 'CHF' }, card: 'approved' };

describe('the prepaid account over HTTP', () => {
  let database: Database;
  let app: App;
  let stage: Stage;
  before(async () => {
    database = await openPGlite(undefined);
    stage = await setStage(database, 2);
    app = await buildApp({ database, clock: systemClock, gatewayUrl: 'http://localhost:4600' });
  });
  after(async () => {
    await app.close();
    await database.close();
  });

  const made = (n: number) => stage.organisations[n] ?? assert.fail('no such organisation');
  const path = (n: number, rest = ''): string => `/v1/organisations/${made(n).organisation}/prepaid${rest}`;
  const session = async (features: readonly Feature[], n = 0): Promise<string> => {
    const { organisation, account: person } = made(n);
    const answer = await app.inject({
      method: 'POST', url: '/v1/widget-sessions', headers: { authorization: `Bearer ${stage.partnerKey}` },
      payload: { person, organisation, origin: stage.origin, elements: ['org-switcher'], features },
    });
    assert.equal(answer.statusCode, 201, answer.body);
    return answer.json<{ token: string }>().token;
  };
  const headers = (token: string, more = {}) => ({ authorization: `Bearer ${token}`, origin: stage.origin, ...more });
  const post = (token: string, payload: unknown, key: string | undefined = uuid(), n = 0) => app.inject({
    method: 'POST', url: path(n, '/top-ups'), payload: JSON.stringify(payload),
    headers: headers(token, { 'content-type': 'application/json', ...(key === undefined ? {} : { 'idempotency-key': key }) }),
  });
  const get = async <T>(token: string, url: string): Promise<T> => {
    const answer = await app.inject({ url, headers: headers(token) });
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json<T>();
  };
  const all: readonly Feature[] = ['prepaid:read', 'prepaid:top-up'];

  test('a top-up is seen in balance, movements and by its id', async () => {
    const token = await session(all);
    const answer = await post(token, body);
    assert.equal(answer.statusCode, 201, answer.body);
    const topUp = answer.json<TopUp>();
    assert.deepEqual(await get(token, path(0, `/top-ups/${topUp.id}`)), topUp);
    const { available } = await get<PrepaidBalance>(token, path(0));
    assert.deepEqual(available, body.amount);
    const { rows, count } = await get<MovementWindow>(token, path(0, '/movements'));
    assert.equal(count, 1);
    assert.deepEqual(rows[0]?.document, topUp.id);
    assert.deepEqual(await checkInvariants(database), []);
  });

  test('a repeated request is marked and answered the same, byte for byte', async () => {
    const token = await session(all, 1);
    const first = await post(token, body, 'one', 1);
    const again = await post(token, body, 'one', 1);
    assert.deepEqual([first.statusCode, again.statusCode], [201, 201]);
    assert.equal(again.body, first.body);
    assert.equal(first.headers['idempotency-replayed'], undefined);
    assert.equal(again.headers['idempotency-replayed'], 'true');
    assert.equal((await get<PrepaidBalance>(token, path(1))).available.amount, 2500);
  });

  test('what is refused has its code and no effect', async () => {
    const token = await session(all);
    const before = await get<PrepaidBalance>(token, path(0));
    const amount = (value: unknown) => ({ ...body, amount: { ...body.amount, amount: value } });
    const cases: [payload: unknown, code: string][] = [
      [amount(499), 'KONTOR_AMOUNT_OUT_OF_RANGE'],
      [amount(1_000_001), 'KONTOR_AMOUNT_OUT_OF_RANGE'],
      [amount(-2500), 'KONTOR_AMOUNT_OUT_OF_RANGE'],
      [{ ...body, amount: { amount: 2500, currency: 'EUR' } }, 'KONTOR_CURRENCY_MISMATCH'],
      ...[true, '2500', 2500.5, [2500], null, 2 ** 53].map((value): [unknown, string] => [amount(value), 'KONTOR_REQUEST_INVALID']),
      [{ ...body, admin: true }, 'KONTOR_REQUEST_INVALID'],
      [{ ...body, card: 'gold' }, 'KONTOR_REQUEST_INVALID'],
    ];
    for (const [payload, code] of cases) {
      const answer = await post(token, payload);
      assert.equal(answer.json<{ code: string }>().code, code, JSON.stringify(payload));
    }
    const after = await get<PrepaidBalance>(token, path(0));
    assert.deepEqual({ ...after, asOf: '' }, { ...before, asOf: '' });
  });

  test('a top-up needs a key of its own', async () => {
    const token = await session(all);
    const code = async (answer: ReturnType<typeof post>) => (await answer).json<{ code: string }>().code;
    const without = app.inject({
      method: 'POST', url: path(0, '/top-ups'), payload: body, headers: headers(token),
    });
    assert.equal(await code(without), 'KONTOR_IDEMPOTENCY_KEY_MISSING');
    assert.equal(await code(post(token, body, 'a b')), 'KONTOR_REQUEST_INVALID');
    await post(token, body, 'used');
    assert.equal(await code(post(token, { ...body, card: 'late' }, 'used')), 'KONTOR_IDEMPOTENCY_KEY_REUSED');
  });

  test('features and the organisation of the session are held', async () => {
    const reader = await session(['prepaid:read']);
    assert.equal((await post(reader, body)).json<{ code: string }>().code, 'KONTOR_FEATURE_MISSING');
    const token = await session(all);
    assert.equal((await post(token, body, uuid(), 1)).json<{ code: string }>().code, 'KONTOR_NOT_FOUND');
    const foreign = await app.inject({ url: path(1), headers: headers(token) });
    assert.equal(foreign.statusCode, 404);
  });

  test('a member without the billing right neither reads nor tops up, from the next request on', async () => {
    const token = await session(all, 1);
    await database.asOwner((tx) =>
      tx.query(`update membership set role = 'member', billing_right = false where organisation_id = $1`, [made(1).organisation]));
    for (const answer of [await post(token, body, uuid(), 1), await app.inject({ url: path(1), headers: headers(token) })]) {
      assert.equal(answer.json<{ code: string }>().code, 'KONTOR_BILLING_RIGHT_MISSING');
    }
  });
});
