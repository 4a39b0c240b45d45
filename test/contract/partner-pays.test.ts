import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import type { InvoiceDetail, InvoiceWindow } from '../../shared/contract/invoice.ts';
import type { Order } from '../../shared/contract/order.ts';
import type { Partner } from '../../shared/contract/partner.ts';
import type { ToPayWindow } from '../../shared/contract/to-pay.ts';
import { ENGINES, Fixture } from '../support/fixture.ts';
import { makeShop } from '../support/orders/make-shop.ts';
import { SignedInPerson } from '../support/signed-in-person.ts';

const FEATURES = ['orders:write', 'orders:place', 'invoices:read', 'products:read', 'prepaid:read'];

for (const engine of ENGINES) describe(engine, async () => {
  const fixture = await Fixture.start(engine);
  const shop = await makeShop(fixture.database);

  /** A partner with an organisation of its own, a client of it, and both their owners. */
  async function stage(paymentMode = 'partner-pays', currency = 'CHF') {
    const [agency, client] = [await fixture.organisation('Agentur AG', currency), await fixture.organisation('Kundin GmbH')];
    const [agent, owner] = [await fixture.person('Agnes'), await fixture.person('Klara')];
    await fixture.member(agency, agent);
    await fixture.member(client, owner);
    const headers = { authorization: `Bearer ${fixture.operatorKey}` };
    const operate = (url: string, payload: object) => fixture.app.inject({ method: 'POST', url: `/v1/operator/partners${url}`, headers, payload });
    const partner: Partner = (await operate('', { name: 'Agentur', paymentMode, organisation: agency })).json();
    const { secret: key } = (await operate(`/${partner.id}/keys`, { name: 'Portal', scopes: ['widget-sessions:write'] })).json();
    await operate(`/${partner.id}/origins`, { origin: 'https://portal.example.com' });
    const made = { id: partner.id, key };
    await fixture.grant(client, made);
    const { body } = await fixture.mint(made, { person: owner, features: FEATURES });
    return { agency, client, token: body.token, made, owner: await SignedInPerson.of(fixture, owner), agent: await SignedInPerson.of(fixture, agent) };
  }

  async function order(token: string, client: string, paymentMethod: string, codes: string[] = []) {
    const cart = { items: [{ item: shop.item.hosting, quantity: 1 }], paymentMethod, codes };
    const opened: Order = (await fixture.call(token, `/v1/organisations/${client}/orders`, { method: 'POST', payload: cart })).json();
    const { revision, currency, totals } = opened;
    return await fixture.app.inject({
      method: 'POST', url: `/v1/organisations/${client}/orders/${opened.id}/placement`, payload: { revision, gross: { amount: totals.gross, currency } },
      headers: { authorization: `Bearer ${token}`, origin: 'https://portal.example.com', 'idempotency-key': uuid() },
    });
  }

  test('the partner pays: its own organisation has the invoice, the client’s has none, in no list and under no address', async () => {
    const { agency, client, token, owner, agent } = await stage();
    const placed = await order(token, client, 'bank-transfer');
    assert.equal(placed.statusCode, 200, placed.body);
    assert.deepEqual([placed.json().state, placed.json().invoice], ['placed', null]);

    const theirs: InvoiceWindow = (await agent.call(`/v1/organisations/${agency}/invoices`)).json();
    assert.deepEqual(theirs.rows.map(({ subject, status }) => [subject, status]), [['Kundin GmbH: hosting', 'pro-forma']]);
    const [{ id = '' } = {}] = theirs.rows;
    const detail: InvoiceDetail = (await agent.call(`/v1/organisations/${agency}/invoices/${id}`)).json();
    assert.deepEqual([detail.buyer.name, detail.note], ['Agentur AG', 'Kundin GmbH']);
    assert.equal((await agent.call(`/v1/organisations/${agency}/invoices/${id}/pdf`)).statusCode, 200);
    assert.equal((await agent.call(`/v1/organisations/${agency}/invoices?search=kundin`)).json().rows.length, 1);
    const toPay: ToPayWindow = (await agent.call(`/v1/organisations/${agency}/to-pay`)).json();
    assert.deepEqual(toPay.rows.map((row) => row.id), [id]);

    for (const ask of [(url: string) => owner.call(url), (url: string) => fixture.call(token, url)]) {
      assert.deepEqual((await ask(`/v1/organisations/${client}/invoices`)).json().rows, []);
      assert.deepEqual((await ask(`/v1/organisations/${client}/invoices?search=kundin`)).json().summary.count, 0);
      assert.deepEqual((await ask(`/v1/organisations/${client}/to-pay?all=true`)).json().rows, []);
      for (const rest of ['', '/pdf', '/xml', '/original']) {
        for (const organisation of [client, agency]) {
          assert.equal((await ask(`/v1/organisations/${organisation}/invoices/${id}${rest}`)).json().code, 'KONTOR_NOT_FOUND', organisation + rest);
        }
      }
      const orders: Order[] = (await ask(`/v1/organisations/${client}/orders`)).json().rows;
      assert.deepEqual(orders.map(({ state, invoice }) => [state, invoice]), [['placed', null]]);
    }
    assert.equal((await agent.call(`/v1/organisations/${client}/orders`)).json().code, 'KONTOR_NOT_FOUND');
  });

  test('the client pays: the client’s organisation has the invoice and the partner’s has none', async () => {
    const { agency, client, token, owner, agent } = await stage('client-pays');
    const placed = await order(token, client, 'card');
    assert.deepEqual([placed.json().state, typeof placed.json().invoice], ['paid', 'string']);
    assert.equal((await owner.call(`/v1/organisations/${client}/invoices`)).json().rows.length, 1);
    assert.deepEqual((await agent.call(`/v1/organisations/${agency}/invoices`)).json().rows, []);
    assert.equal((await agent.call(`/v1/organisations/${client}/invoices`)).json().code, 'KONTOR_NOT_FOUND');
  });

  test('what a client orders itself, past its partner, it pays itself', async () => {
    const { client, owner } = await stage();
    const cart = { items: [{ item: shop.item.letter, quantity: 1 }], paymentMethod: 'bank-transfer', codes: [] };
    const opened: Order = (await owner.call(`/v1/organisations/${client}/orders`, { method: 'POST', payload: cart })).json();
    const payload = { revision: 1, gross: { amount: opened.totals.gross, currency: 'CHF' } };
    const placed = await owner.call(`/v1/organisations/${client}/orders/${opened.id}/placement`, { method: 'POST', payload, headers: { 'idempotency-key': uuid() } });
    assert.equal(typeof placed.json().invoice, 'string', placed.body);
    assert.equal((await owner.call(`/v1/organisations/${client}/invoices`)).json().rows.length, 1);
  });

  test('nobody’s money moves by a click in the portal, and nothing is charged at another price than agreed', async () => {
    const { client, token, agency } = await stage();
    for (const method of ['prepaid', 'card']) {
      const refused = await order(token, client, method);
      assert.deepEqual([refused.statusCode, refused.json().code], [422, 'KONTOR_PARTNER_CHARGE_REFUSED'], method);
    }
    const euro = await stage('partner-pays', 'EUR');
    assert.equal((await order(euro.token, euro.client, 'bank-transfer')).json().code, 'KONTOR_PARTNER_CHARGE_REFUSED');
    const moved = await fixture.database.asOwner((tx) =>
      tx.query('select 1 from ledger_transfer where organisation_id = any ($1)', [[client, agency, euro.client, euro.agency]]));
    assert.deepEqual(moved, []);
  });

  test('what a code makes free is there at once, and its renewal is the partner’s', async () => {
    const { client, token, owner, agent, agency } = await stage();
    const code = await shop.code({ percent: 100 });
    const placed = await order(token, client, 'bank-transfer', [code]);
    assert.deepEqual([placed.json().state, placed.json().invoice], ['paid', null]);
    assert.equal((await owner.call(`/v1/organisations/${client}/products`)).json().rows.length, 1);
    assert.deepEqual((await owner.call(`/v1/organisations/${client}/to-pay?all=true`)).json().rows, []);
    assert.equal((await owner.call(`/v1/organisations/${client}/prepaid/outlook`)).json().uncovered, null);
    assert.deepEqual((await agent.call(`/v1/organisations/${agency}/invoices`)).json().rows.map((row: { status: string }) => row.status), ['paid']);
  });

  test('both organisations’ logs tell of it', async () => {
    const { client, token, owner, agent, agency, made } = await stage();
    await order(token, client, 'bank-transfer');
    const acts = async (person: SignedInPerson, organisation: string) =>
      (await person.call(`/v1/organisations/${organisation}/audit`)).json().rows.map((row: { act: string; partner: { id: string } }) => [row.act, row.partner?.id]);
    assert.deepEqual((await acts(owner, client))[0], ['order.place', made.id]);
    assert.deepEqual(await acts(agent, agency), [['invoice.charge', made.id]]);
  });
});
