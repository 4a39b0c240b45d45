import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import { buildApp } from '../../server/app.ts';
import { secretHash } from '../../server/identity/secret-hash.ts';
import { ENGINES, Fixture, GATEWAY, ORIGIN } from '../support/fixture.ts';

const METRICS_KEY = 'kontor_metrics_key-for-this-test';

for (const engine of ENGINES) describe(engine, async () => {
  const fixture = await Fixture.start(engine);
  const { database, clock, operatorKey } = fixture;
  const app = await buildApp({
    database, clock, gatewayUrl: GATEWAY, operatorKeyHash: secretHash(operatorKey), metricsKeyHash: secretHash(METRICS_KEY),
  });
  after(() => app.close());

  const read = (key: string) => app.inject({ url: '/metrics', headers: { authorization: `Bearer ${key}` } });

  test('the figures are for the operator and for the key that opens nothing else', async () => {
    const { token, partner } = await fixture.signedIn();
    for (const key of [operatorKey, METRICS_KEY]) assert.equal((await read(key)).statusCode, 200);
    for (const key of [token, partner.key, '', 'x', secretHash(METRICS_KEY)]) assert.equal((await read(key)).statusCode, 401, key);
    assert.equal((await app.inject('/metrics')).statusCode, 401);
    const elsewhere = `/v1/operator/organisations/${uuid()}/invoices`;
    const headers = { authorization: `Bearer ${METRICS_KEY}`, 'content-type': 'application/xml' };
    assert.equal((await app.inject({ method: 'POST', url: elsewhere, headers, payload: '<x/>' })).statusCode, 401);
    assert.equal((await fixture.app.inject({ url: '/metrics', headers })).statusCode, 401);
  });

  test('requests are counted by route and status, and no address, id or search text is among the labels', async () => {
    const { token, organisation } = await fixture.signedIn();
    const headers = { authorization: `Bearer ${token}`, origin: ORIGIN };
    const invoices = '/v1/organisations/:organisationId/invoices';
    for (const query of ['', '?search=find-me', '?limit=no']) await app.inject({ url: invoices.replace(':organisationId', organisation) + query, headers });
    for (const url of ['/nowhere', '/nowhere/else', '/.env']) await app.inject(url);
    const { body, headers: { 'content-type': type } } = await read(METRICS_KEY);
    assert.match(String(type), /^text\/plain; version=0\.0\.4/);
    const value = (line: string): number => Number(body.split('\n').find((one) => one.startsWith(`${line} `))?.split(' ').at(-1));
    assert.equal(value(`kontor_http_requests_total{method="GET",route="${invoices}",status="200"}`), 2);
    assert.equal(value(`kontor_http_requests_total{method="GET",route="${invoices}",status="400"}`), 1);
    assert.equal(value('kontor_http_requests_total{method="GET",route="none",status="404"}'), 3);
    assert.equal(value(`kontor_http_request_seconds_count{method="GET",route="${invoices}"}`), 3);
    assert.equal(value(`kontor_http_request_seconds_bucket{method="GET",route="${invoices}",le="+Inf"}`), 3);
    assert.ok(value('process_resident_memory_bytes') > 1e7);
    assert.ok(value('kontor_event_loop_delay_seconds{quantile="0.99"}') >= 0);
    assert.ok(value('kontor_database_connections{state="open"}') >= 1);
    assert.doesNotMatch(body, new RegExp(`${organisation}|find-me|/nowhere`));
    for (const line of body.trim().split('\n')) assert.match(line, /^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[^"]*",?)+\})? [-+\d.e]+)$/);
  });

  test('the queue tells what waits, what fails and what was given up', async () => {
    const now = clock.now();
    const job = (attempts: number, runAt: Date) => fixture.insert('job', {
      id: uuid(), kind: 'purge', natural_key: uuid(), payload: '{}', run_at: runAt, attempts,
    });
    await job(0, now);
    await job(0, new Date(now.getTime() + 3_600_000));
    await job(3, now);
    await job(10, now);
    const { body } = await read(METRICS_KEY);
    const jobs = Object.fromEntries([...body.matchAll(/^kontor_jobs\{state="(\w+)"\} (\d+)$/gm)].map(([, state, count]) => [state, Number(count)]));
    assert.deepEqual(jobs, { waiting: 3, due: 2, failing: 1, failed: 1 });
  });
});
