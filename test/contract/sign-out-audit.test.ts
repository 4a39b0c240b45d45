import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AuditRow, AuditWindow } from '../../shared/contract/audit.ts';
import { ENGINES, GATEWAY } from '../support/fixture.ts';
import { SignInClient } from '../support/sign-in-client.ts';
import { SignInFixture } from '../support/sign-in-fixture.ts';

const EXTENSION = 'moz-extension://2c127fa4-62c7-7e4f-90e5-472b45eecfdc';
const FROM = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'x-forwarded-for': '203.0.113.9' };
const ALL_AT_ONCE = Array.from({ length: 5 }, (_, index) => index);

for (const engine of ENGINES) describe(engine, async () => {
  const gateway = await SignInFixture.start(engine);
  const { fixture } = gateway;

  /** What the operator reads of a person's ended sign-ins. */
  async function ended(account: string): Promise<AuditRow[]> {
    const answer = await fixture.app.inject({ url: '/v1/operator/audit?act=account&limit=200', headers: { authorization: `Bearer ${fixture.operatorKey}` } });
    return (answer.json() as AuditWindow).rows.filter(({ act, actor }) => actor.id === account && act !== 'account.sign-in');
  }
  const acts = async (account: string): Promise<string[]> => (await ended(account)).map(({ act }) => act);

  /** Somebody who signed in, up to the code and its tokens, with Firefox behind a proxy. */
  async function signedIn() {
    const person = await gateway.person('Ada');
    const client = new SignInClient(GATEWAY, (url, init) => gateway.fetch(url, { ...init, headers: { origin: EXTENSION, ...init?.headers, ...FROM } }));
    const request = await client.request({ prompt: 'login consent' });
    const { redirect } = await client.submit(await client.open(request.url), { email: person.email, password: 'counting-house', act: 'sign-in' });
    const tokens = await client.redeem(request, redirect);
    const signOut = async () => await client.submit(await client.open(`${GATEWAY}/sign-out`), {});
    return { person, client, tokens, signOut, redeem: () => client.redeem(request, redirect, tokens.keys), refresh: () => client.refresh(tokens.refreshToken, tokens.keys) };
  }
  const told = ({ act, subject, organisation, actor, address, agent, origin }: AuditRow) => [act, subject, organisation, actor.kind, actor.name, address, agent, origin];

  test('signing out, at the gateway or in the extension, leaves one entry: who, and from where', async () => {
    const page = await signedIn();
    assert.match((await page.signOut()).body, /Signed out/);
    await page.signOut();
    assert.deepEqual((await ended(page.person.id)).map(told),
      [['account.sign-out', page.person.id, null, 'person', 'Ada Muster', '203.0.113.9', 'Firefox', GATEWAY]]);
    const { person, client, tokens } = await signedIn();
    await client.revoke(tokens.refreshToken);
    await client.revoke(tokens.refreshToken);
    assert.deepEqual((await ended(person.id)).map(told),
      [['account.sign-out', person.id, null, 'person', 'Ada Muster', '203.0.113.9', 'Firefox', EXTENSION]]);
  });

  test('another person who signs in in the same browser signs the first one out', async () => {
    const [{ person, client }, other] = [await signedIn(), await gateway.person()];
    await client.signIn(person.email);
    assert.deepEqual(await acts(person.id), []);
    await client.signIn(other.email);
    assert.deepEqual([await acts(person.id), await acts(other.id)], [['account.sign-out'], []]);
  });

  test('a session whose grant has gone is signed out of with one entry, however often it is asked at once', async () => {
    const { person, client } = await signedIn();
    await fixture.database.asOwner((tx) => tx.query(`delete from sign_in_record where kind = 'Grant' and payload->>'accountId' = $1`, [person.id]));
    const page = await client.open(`${GATEWAY}/sign-out`);
    await Promise.all(ALL_AT_ONCE.map(() => client.submit(page, {})));
    assert.deepEqual(await acts(person.id), ['account.sign-out']);
  });

  test('ending in several ways at once leaves one entry', async () => {
    const { person, client, tokens } = await signedIn();
    const page = await client.open(`${GATEWAY}/sign-out`);
    await Promise.all(ALL_AT_ONCE.flatMap(() => [client.submit(page, {}), client.revoke(tokens.refreshToken)]));
    assert.deepEqual(await acts(person.id), ['account.sign-out']);
  });

  for (const [what, again] of [['code', 'redeem'], ['refresh token', 'refresh']] as const) {
    test(`a ${what} sent again, also at once, leaves one entry, and those refused afterwards none`, async () => {
      const later = await signedIn();
      await later.refresh();
      for (const _time of [1, 2]) await assert.rejects(later[again](), { error: 'invalid_grant' });
      assert.deepEqual((await ended(later.person.id)).map(told),
        [['account.replay-stopped', later.person.id, null, 'person', 'Ada Muster', '203.0.113.9', 'Firefox', EXTENSION]]);
      const atOnce = await signedIn();
      await Promise.allSettled(ALL_AT_ONCE.map(() => atOnce[again]()));
      assert.deepEqual(await acts(atOnce.person.id), ['account.replay-stopped']);
    });
  }

  test('without its entry nothing ends, and no entry holds a secret', async () => {
    const { person, client, tokens, signOut, refresh } = await signedIn();
    const owner = (text: string) => fixture.database.asOwner((tx) => tx.query(text));
    await owner(`alter table gateway_audit_entry add constraint no_room check (act <> 'account.sign-out') not valid`);
    assert.equal((await signOut()).response.status, 500);
    await owner('alter table gateway_audit_entry drop constraint no_room');
    const next = await refresh();
    const cookie = client.cookies.get('kontor-sign-in')?.value;
    await signOut();
    assert.deepEqual(await acts(person.id), ['account.sign-out']);
    const log = JSON.stringify(await owner('select * from gateway_audit_entry'));
    const secrets = [person.email, cookie, tokens.refreshToken, tokens.accessToken, next.refreshToken, next.accessToken, 'counting-house'];
    for (const secret of secrets) assert.ok(secret && !log.includes(secret));
  });
});
