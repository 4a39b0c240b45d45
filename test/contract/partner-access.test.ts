import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import type { PartnerAccess } from '../../shared/contract/partner.ts';
import { ENGINES, Fixture } from '../support/fixture.ts';
import { SignedInPerson } from '../support/signed-in-person.ts';

for (const engine of ENGINES) describe(engine, async () => {
  const fixture = await Fixture.start(engine);

  async function client() {
    const { account, organisation, partner, token } = await fixture.signedIn();
    const owner = await SignedInPerson.of(fixture, account);
    const base = `/v1/organisations/${organisation}/partners`;
    return { account, organisation, partner, token, owner, base };
  }
  const rows = async (person: SignedInPerson, base: string): Promise<PartnerAccess[]> => (await person.call(base)).json().rows;

  test('an owner sees who may act, gives access, changes it and takes it back', async () => {
    const { owner, base, partner } = await client();
    const other = await fixture.partner();
    assert.deepEqual((await rows(owner, base)).map((row) => [row.partner.id, row.access]), [[partner.id, 'full']]);
    const given = await owner.call(`${base}/${other.id.toUpperCase()}`, { method: 'PUT', payload: { access: 'limited' } });
    assert.deepEqual([given.statusCode, given.json().partner, given.json().access], [200, { id: other.id, name: 'Agency' }, 'limited']);
    assert.equal((await rows(owner, base)).length, 2);
    const since = given.json().since;
    fixture.clock.pass(1000);
    assert.equal((await owner.call(`${base}/${other.id}`, { method: 'PUT', payload: { access: 'full' } })).json().since, since);
    for (let turn = 0; turn < 2; turn++) assert.equal((await owner.call(`${base}/${other.id}`, { method: 'DELETE' })).statusCode, 204);
    assert.deepEqual((await rows(owner, base)).map((row) => row.partner.id), [partner.id]);
    const again = await owner.call(`${base}/${other.id}`, { method: 'PUT', payload: { access: 'full' } });
    assert.equal(again.json().since, fixture.clock.now().toISOString());
    const acts = (await owner.call(`${base.replace('partners', 'audit')}?act=partner-access`)).json().rows;
    assert.deepEqual(acts.map((row: { act: string; subject: string }) => [row.act, row.subject]),
      [['partner-access.full', other.id], ['partner-access.revoke', other.id], ['partner-access.full', other.id], ['partner-access.limited', other.id]]);
  });

  test('what is taken back counts on the very next request of a session under way', async () => {
    const { owner, base, partner, token, organisation, account } = await client();
    const balance = () => fixture.call(token, `/v1/organisations/${organisation}/prepaid`);
    const topUp = () => fixture.app.inject({
      method: 'POST', url: `/v1/organisations/${organisation}/prepaid/top-ups`, payload: { amount: { amount: 2500, currency: 'CHF' }, card: 'approved' },
      headers: { authorization: `Bearer ${token}`, origin: 'https://portal.example.com', 'idempotency-key': uuid() },
    });
    assert.deepEqual([(await balance()).statusCode, (await topUp()).statusCode], [200, 201]);
    await owner.call(`${base}/${partner.id}`, { method: 'PUT', payload: { access: 'limited' } });
    assert.deepEqual([(await balance()).statusCode, (await topUp()).json().code], [200, 'KONTOR_FEATURE_MISSING']);
    await owner.call(`${base}/${partner.id}`, { method: 'DELETE' });
    for (const answer of [await balance(), await topUp(), await fixture.call(token, '/v1/session')]) assert.equal(answer.json().code, 'KONTOR_NOT_FOUND');
    assert.deepEqual((await fixture.call(token, '/v1/organisations')).json().rows, []);
    assert.equal((await fixture.mint(partner, { person: account, organisation })).body.code, 'KONTOR_NOT_FOUND');
    await owner.call(`${base}/${partner.id}`, { method: 'PUT', payload: { access: 'full' } });
    assert.equal((await balance()).statusCode, 200);
  });

  test('a partner’s session gives itself nothing, and a token of few features gives nothing away', async () => {
    const { token, base, partner, organisation, account } = await client();
    const narrow = await SignedInPerson.of(fixture, account, {}, ['organisations:list', 'invoices:read']);
    const asked: ['GET' | 'PUT' | 'DELETE', string, object?][] = [
      ['GET', base], ['PUT', `${base}/${partner.id}`, { access: 'full' }], ['DELETE', `${base}/${partner.id}`],
      ['GET', `/v1/organisations/${organisation}/audit`], ['GET', `/v1/organisations/${organisation}/audit/export?format=csv`],
    ];
    for (const [method, url, payload] of asked) {
      const more = { method, ...(payload === undefined ? {} : { payload }) };
      for (const answer of [await fixture.call(token, url, more), await narrow.call(url, more)]) {
        assert.deepEqual([answer.statusCode, answer.json().code], [403, 'KONTOR_FEATURE_MISSING'], url);
      }
      const bare = await fixture.app.inject({ method, url, headers: { authorization: `Bearer ${partner.key}` }, ...(payload === undefined ? {} : { payload }) });
      assert.equal(bare.statusCode, 401, url);
    }
  });

  test('in the scope of a partner’s session the database itself refuses to change access', async () => {
    const { account, organisation, partner } = await client();
    const scope = { account, partner: partner.id, organisations: [organisation] };
    const other = await fixture.partner();
    const changed = await fixture.database.transaction(scope, (tx) =>
      tx.query(`update partner_grant set access = 'limited' where organisation_id = $1 returning access`, [organisation]));
    assert.deepEqual(changed, []);
    await assert.rejects(fixture.database.transaction(scope, (tx) => tx.query(
      `insert into partner_grant (organisation_id, partner_id, access, granted_at) values ($1, $2, 'full', now())`, [organisation, other.id])), { code: '42501' });
  });

  test('only owners and admins, and only of this organisation', async () => {
    const { base, organisation, partner } = await client();
    const foreign = await client();
    const as = async (role: 'admin' | 'member') => {
      const account = await fixture.person();
      await fixture.member(organisation, account, role, true);
      return await SignedInPerson.of(fixture, account);
    };
    const [admin, member] = [await as('admin'), await as('member')];
    const urls = [base, `/v1/organisations/${organisation}/audit`, `/v1/organisations/${organisation}/audit/export?format=jsonl`];
    for (const url of urls) {
      assert.equal((await admin.call(url)).statusCode, 200, url);
      assert.deepEqual([(await member.call(url)).statusCode, (await member.call(url)).json().code], [403, 'KONTOR_ROLE_MISSING'], url);
      assert.deepEqual((await foreign.owner.call(url)).json().code, 'KONTOR_NOT_FOUND', url);
      assert.deepEqual((await admin.call(url.replace(organisation, uuid()))).json().code, 'KONTOR_NOT_FOUND', url);
    }
    assert.equal((await member.call(`${base}/${partner.id}`, { method: 'DELETE' })).json().code, 'KONTOR_ROLE_MISSING');
    assert.equal((await foreign.owner.call(`${base}/${partner.id}`, { method: 'DELETE' })).json().code, 'KONTOR_NOT_FOUND');
    assert.equal((await rows(admin, base)).length, 1);
    assert.equal((await admin.call(`${base}/${uuid()}`, { method: 'PUT', payload: { access: 'full' } })).json().code, 'KONTOR_NOT_FOUND');
    for (const payload of [{}, { access: 'all' }, { access: 'full', since: '2020-01-01' }, { access: ['full'] }]) {
      assert.equal((await admin.call(`${base}/${partner.id}`, { method: 'PUT', payload })).json().code, 'KONTOR_REQUEST_INVALID');
    }
    assert.equal((await admin.call(`${base}/x`, { method: 'DELETE' })).json().code, 'KONTOR_REQUEST_INVALID');
  });
});
