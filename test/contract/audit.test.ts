import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AuditRow, AuditWindow } from '../../shared/contract/audit.ts';
import { ENGINES, Fixture, ORIGIN } from '../support/fixture.ts';
import { SignedInPerson } from '../support/signed-in-person.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';

for (const engine of ENGINES) describe(engine, async () => {
  const fixture = await Fixture.start(engine);

  async function client(name = 'Ada') {
    const [account, organisation, partner] = [await fixture.person(name), await fixture.organisation(), await fixture.partner()];
    await fixture.member(organisation, account);
    await fixture.grant(organisation, partner);
    const { body: { token, id: session } } = await fixture.mint(partner, { person: account });
    return { account, organisation, partner, token, session, owner: await SignedInPerson.of(fixture, account), base: `/v1/organisations/${organisation}/audit` };
  }
  async function operate(url: string) {
    return await fixture.app.inject({ url: `/v1/operator/audit${url}`, headers: { authorization: `Bearer ${fixture.operatorKey}` } });
  }
  const fill = (organisation: string, count: number, subject = 'x'): Promise<unknown> => fixture.database.asOwner((tx) => tx.query(
    `insert into audit_entry (organisation_id, id, at, actor_kind, actor, act, subject)
     select $1, gen_random_uuid(), timestamptz '2026-01-01T00:00:00.123456Z' + n * interval '1 microsecond', 'job', 'filler', 'filler.fill', $3 from generate_series(1, $2::integer) as n`,
    [organisation, count, subject]));

  test('an entry tells who, through whom or for whom, from where and what', async () => {
    const { account, organisation, partner, token, session, owner, base } = await client();
    await fixture.app.inject({
      method: 'POST', url: `/v1/organisations/${organisation}/prepaid/top-ups`, payload: { amount: { amount: 2500, currency: 'CHF' }, card: 'approved' },
      headers: { authorization: `Bearer ${token}`, origin: ORIGIN, 'idempotency-key': 'a', 'user-agent': FIREFOX, 'x-forwarded-for': '203.0.113.9' },
    });
    await owner.call('/v1/session', { method: 'POST', payload: { organisation }, headers: { 'user-agent': CHROME, origin: 'https://user:pass@evil.test/' } });
    const { rows, count }: AuditWindow = (await owner.call(base)).json();
    const told = rows.map(({ act, actor, partner: through, person, address, agent, origin }) =>
      ({ act, actor: [actor.kind, actor.id, actor.name], through: through?.id, person: person?.id, from: [address, agent, origin] }));
    assert.deepEqual(told, [
      { act: 'session.step', actor: ['person', account, 'Ada Muster'], through: undefined, person: undefined, from: ['127.0.0.1', 'Chrome', null] },
      { act: 'prepaid.top-up', actor: ['person', account, 'Ada Muster'], through: partner.id, person: undefined, from: ['203.0.113.9', 'Firefox', ORIGIN] },
      { act: 'widget-session.start', actor: ['partner', partner.id, 'Agency'], through: undefined, person: account, from: ['127.0.0.1', 'other', null] },
    ]);
    assert.deepEqual([count, rows[2]?.subject], [3, session]);
  });

  test('the application adds and can neither change nor take away, in both logs', async () => {
    const { organisation } = await client();
    const scope = { organisations: [organisation] };
    for (const table of ['audit_entry', 'gateway_audit_entry']) {
      for (const text of [`update ${table} set act = 'x'`, `delete from ${table}`, `truncate ${table}`, `alter table ${table} disable row level security`]) {
        await assert.rejects(fixture.database.transaction(scope, (tx) => tx.query(text)), { code: '42501' }, text);
      }
    }
    await assert.rejects(fixture.database.transaction(scope, (tx) => tx.query('select 1 from gateway_audit_entry')), { code: '42501' });
    const rights = await fixture.database.asOwner((tx) => tx.query(
      `select table_name, privilege_type from information_schema.table_privileges where grantee = 'kontor_app' and table_name like '%audit_entry' order by 1, 2`));
    assert.deepEqual(rights.map((row) => Object.values(row).join(' ')), ['audit_entry INSERT', 'audit_entry SELECT', 'gateway_audit_entry INSERT']);
  });

  test('the act and its entry are there together or not at all', async () => {
    const { organisation, token, owner, base } = await client();
    const before = (await owner.call(base)).json().count;
    for (const amount of [1, 99_999_999]) {
      const answer = await fixture.app.inject({
        method: 'POST', url: `/v1/organisations/${organisation}/prepaid/top-ups`, payload: { amount: { amount, currency: 'CHF' }, card: 'approved' },
        headers: { authorization: `Bearer ${token}`, origin: ORIGIN, 'idempotency-key': `k${amount}` },
      });
      assert.equal(answer.statusCode, 422);
    }
    assert.equal((await owner.call(base)).json().count, before);
  });

  test('it is read in parts, by act and by day', async () => {
    const { organisation, owner, base } = await client();
    await fill(organisation, 30);
    const ask = async (query: string): Promise<AuditWindow> => (await owner.call(`${base}?${query}`)).json();
    assert.deepEqual([(await ask('limit=10')).rows.length, (await ask('limit=10')).count], [10, 31]);
    const whole = (await ask('limit=200')).rows.map(({ id }) => id);
    assert.deepEqual((await ask('limit=7&offset=5')).rows.map(({ id }) => id), whole.slice(5, 12));
    assert.equal((await ask('act=filler')).count, 30);
    assert.equal((await ask('act=filler.fill&limit=1')).count, 30);
    assert.equal((await ask('act=fill')).count, 0);
    assert.deepEqual([(await ask('from=2026-01-01&to=2026-01-01')).count, (await ask('from=2026-01-02')).count, (await ask('to=2025-12-31')).count], [30, 1, 0]);
    assert.equal((await ask('from=0001-01-01&to=9999-12-31')).count, 31);
    for (const query of ['act=%25', "act=x'", 'act=Order', 'act=a.b.c', 'act=', 'from=2026-02-30', 'from=0000-01-01', 'to=now', 'limit=201', 'organisation=x', 'offset=-1']) {
      assert.equal((await owner.call(`${base}?${query}`)).json().code, 'KONTOR_REQUEST_INVALID', query);
    }
  });

  test('it is saved whole, oldest first, however long it is', async () => {
    const { organisation, owner, base } = await client();
    await fill(organisation, 1234);
    const answer = await owner.call(`${base}/export?format=jsonl`);
    assert.deepEqual([answer.statusCode, answer.headers['content-type'], answer.headers['content-disposition']],
      [200, 'application/jsonl', `attachment; filename="audit-${organisation}.jsonl"`]);
    const rows: AuditRow[] = answer.body.trimEnd().split('\n').map((line) => JSON.parse(line));
    assert.deepEqual([rows.length, new Set(rows.map(({ id }) => id)).size], [1235, 1235]);
    assert.deepEqual([rows[0]?.act, rows.at(-1)?.act], ['filler.fill', 'widget-session.start']);
    const csv = await owner.call(`${base}/export?format=csv&act=filler`);
    assert.equal(csv.headers['content-type'], 'text/csv; charset=utf-8');
    assert.equal(csv.body.split('\r\n').length, 1234 + 2);
    assert.equal((await owner.call(`${base}/export`)).json().code, 'KONTOR_REQUEST_INVALID');
    assert.equal((await owner.call(`${base}/export?format=xlsx`)).json().code, 'KONTOR_REQUEST_INVALID');
  });

  test('what a spreadsheet would run stays text', async () => {
    const { owner, base } = await client('=HYPERLINK("https://evil.test")');
    const { body } = await owner.call(`${base}/export?format=csv`);
    assert.match(body, /,"'=HYPERLINK\(""https:\/\/evil\.test""\) Muster",/);
    assert.doesNotMatch(body, /(^|,|")=/m);
  });

  test('a right that is taken back ends a download under way, and half a file does not look whole', async () => {
    const { organisation, account, owner, base } = await client();
    // More than sockets hold, so that it cannot all be sent before anybody reads.
    await fill(organisation, 2500, 'y'.repeat(8000));
    const address = await fixture.app.listen({ host: '127.0.0.1', port: 0 });
    const url = `${base}/export?format=jsonl`;
    const headers = { authorization: `DPoP ${owner.token}`, dpop: await owner.proof('GET', url) };
    const answer = await fetch(new URL(url, address), { headers });
    const reader = answer.body?.getReader();
    await reader?.read();
    await fixture.database.asOwner((tx) => tx.query('delete from membership where organisation_id = $1 and account_id = $2', [organisation, account]));
    await assert.rejects(async () => {
      for (;;) if ((await reader?.read())?.done) return;
    });
  });

  test('each sees its own: the operator all, an organisation nothing of others or of where the operator sits', async () => {
    const one = await client();
    const two = await client();
    const headers = { authorization: `Bearer ${fixture.operatorKey}`, 'user-agent': 'curl/8' };
    await fixture.app.inject({ method: 'POST', url: '/v1/operator/promo-codes', headers, payload: { code: 'for-one-1', percent: 5, organisation: one.organisation } });
    const own: AuditWindow = (await one.owner.call(one.base)).json();
    assert.deepEqual(new Set(own.rows.map((row) => row.organisation)), new Set([one.organisation]));
    const seen = own.rows.find((row) => row.act === 'promo-code.create');
    assert.deepEqual([seen?.actor, seen?.subject, seen?.address, seen?.agent], [{ kind: 'operator', id: 'operator', name: null }, 'FOR-ONE-1', null, null]);
    const [told] = ((await operate(`?organisation=${one.organisation}&act=promo-code`)).json() as AuditWindow).rows;
    assert.deepEqual([told?.address, told?.agent], ['127.0.0.1', 'curl']);
    await fixture.app.inject({ method: 'POST', url: `/v1/operator/partners/${one.partner.id}/keys`, headers, payload: { name: 'x', scopes: ['clients:read'] } });
    const all: AuditWindow = (await operate('?limit=200')).json();
    assert.ok(all.rows.some((row) => row.organisation === two.organisation));
    assert.deepEqual([all.rows.find((row) => row.organisation === null)].map((row) => [row?.act, row?.partner?.id])[0], ['partner-key.create', one.partner.id]);
    const saved = (await operate('/export?format=jsonl')).body.trimEnd().split('\n');
    assert.equal(saved.length, all.count);
    assert.equal((await fixture.app.inject({ url: '/v1/operator/audit' })).statusCode, 401);
  });
});
