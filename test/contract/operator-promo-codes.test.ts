import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import { ENGINES, Fixture } from '../support/fixture.ts';
import { makeShop } from '../support/orders/make-shop.ts';

for (const engine of ENGINES) describe(engine, async () => {
  const fixture = await Fixture.start(engine);
  const shop = await makeShop(fixture.database);
  const headers = { authorization: `Bearer ${fixture.operatorKey}` };
  const list = (payload: object) => fixture.app.inject({ method: 'POST', url: '/v1/operator/promo-codes', headers, payload });
  const withdraw = (code: string) => fixture.app.inject({ method: 'DELETE', url: `/v1/operator/promo-codes/${encodeURIComponent(code)}`, headers });

  test('a code counts from when it is listed to when it is withdrawn', async () => {
    const { account, organisation, partner } = await fixture.signedIn();
    const { body: { token } } = await fixture.mint(partner, { person: account, features: ['orders:write'] });
    const discount = async () => {
      const payload = { items: [{ item: shop.item.hosting, quantity: 1 }], paymentMethod: 'card', codes: ['autumn-25'] };
      const { codes: [code] } = (await fixture.call(token, `/v1/organisations/${organisation}/orders/trial`, { method: 'POST', payload })).json();
      return code.discount ?? code.reason;
    };
    assert.equal(await discount(), 'unknown');
    const listed = await list({ code: ' Autumn-25 ', percent: 25, productKinds: ['web-hosting'], expiresOn: '2099-12-31', maxUses: 5 });
    assert.deepEqual([listed.statusCode, listed.json()], [201, { code: 'AUTUMN-25' }]);
    assert.equal(await discount(), 2970);
    for (let turn = 0; turn < 2; turn++) assert.equal((await withdraw('autumn-25')).statusCode, 204);
    assert.equal(await discount(), 'withdrawn');
    const again = await list({ code: 'AUTUMN-25', percent: 5 });
    assert.deepEqual([again.statusCode, again.json().code], [409, 'KONTOR_EXISTS_ALREADY']);
  });

  test('what is no sensible code is refused', async () => {
    const money = { amount: 500, currency: 'CHF' };
    const hostile: object[] = [
      {}, { code: 'ABCD' }, { code: 'ABCD', percent: 5, amount: money }, { code: 'ABC', percent: 5 }, { code: 'GROß', percent: 5 }, { code: 'AB CD', percent: 5 },
      { code: 'ABCD\u0000', percent: 5 }, { code: 'ABCD', percent: 0 }, { code: 'ABCD', percent: 101 }, { code: 'ABCD', percent: 1.5 }, { code: 'ABCD', percent: '5' }, { code: 'ABCD', percent: true },
      { code: 'ABCD', amount: { amount: -5, currency: 'CHF' } }, { code: 'ABCD', amount: { amount: 5, currency: 'chf' } }, { code: 'ABCD', amount: { amount: 1e15, currency: 'CHF' } },
      { code: 'ABCD', percent: 5, productKinds: [] }, { code: 'ABCD', percent: 5, productKinds: ['__proto__'] }, { code: 'ABCD', percent: 5, paymentMethods: ['cash'] },
      { code: 'ABCD', percent: 5, startsOn: '2026-05-02', expiresOn: '2026-05-01' }, { code: 'ABCD', percent: 5, startsOn: 'soon' }, { code: 'ABCD', percent: 5, maxUses: 0 },
      { code: 'ABCD', percent: 5, used: 0 }, { code: 'ABCD', percent: 5, organisation: 'x' },
    ];
    for (const draft of hostile) assert.deepEqual((await list(draft)).json().code, 'KONTOR_REQUEST_INVALID', JSON.stringify(draft));
    assert.equal((await list({ code: 'ABCD', percent: 5, organisation: uuid() })).json().code, 'KONTOR_NOT_FOUND');
    for (const code of ['NOBODY', "x' or 1=1", '%', '\u0000', 'ABCD']) assert.equal((await withdraw(code)).json().code, 'KONTOR_NOT_FOUND', code);
  });
});
