import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import { ClientFixture } from '../support/client-fixture.ts';

const fixture = await ClientFixture.start();
const { gateway, line } = fixture;
const visitor = await fixture.visitor();
const client = await visitor.connect();
const { organisation } = visitor;
const franc = (amount: number) => ({ amount, currency: 'CHF' });

async function imported(bytes: string): Promise<string> {
  const sha256 = `\\x${randomUUID().replaceAll('-', '').repeat(2)}`;
  const id = await gateway.invoice(organisation, { origin: 'imported', number: 'F 2026/7', sha256, payable: 0 });
  await gateway.insert('invoice_original', {
    organisation_id: organisation, invoice_id: id, media_type: 'application/xml', bytes: `\\x${Buffer.from(bytes).toString('hex')}`,
    imported_on: '2026-11-01',
  });
  return id;
}

describe('every call, answered by the gateway', () => {
  test('session', () => {
    assert.equal(client.session.organisation.id, organisation);
    assert.equal(client.session.person.name, 'Ada Muster');
    assert.equal(client.can('invoices:read'), true);
    assert.equal(client.resolve('/logos/abc'), `${line.address}/logos/abc`);
  });

  test('organisations, and one pinned', async () => {
    const other = await visitor.another('Übersee & Söhne');
    assert.deepEqual((await client.organisations({ search: 'ubersee' })).rows.map(({ id, group }) => [id, group]), [[other, 'other']]);
    assert.equal(await client.pinOrganisation(other, true), undefined);
    const { rows, summary } = await client.organisations({ limit: 1 });
    assert.deepEqual(rows.map(({ id, group }) => [id, group]), [[other, 'pinned']]);
    assert.deepEqual(summary, { count: 2, pinned: 1, recent: 1 });
    await client.pinOrganisation(other, false);
    assert.equal((await client.organisations({ summary: false })).summary, null);
  });

  test('invoices, one in full, and its documents', async () => {
    const own = await gateway.invoice(organisation, { number: 'R-1' });
    const foreign = await imported('<Invoice>é</Invoice>');
    const due = await gateway.invoice(organisation, { state: 'due', due_on: '2026-03-01' });
    const { rows, summary } = await client.invoices({ status: ['paid', 'overdue'], from: '2026-01-01', sort: 'issued', descending: false });
    assert.deepEqual(rows.map(({ id }) => id), [own, foreign, due]);
    assert.equal(summary?.count, 3);
    const last = await client.invoices({ limit: 1 });
    assert.deepEqual((await client.invoices({ limit: 5, after: last.next ?? '' })).rows.map(({ id }) => id), [foreign, own]);
    assert.equal((await client.invoice(own)).lines[0]?.name, 'Web hosting');
    const original = await client.invoiceDocument(foreign, 'original');
    assert.deepEqual([original.name, original.type, await original.text()], ['invoice-F_2026_7.xml', 'application/xml', '<Invoice>é</Invoice>']);
    const xml = await client.invoiceDocument(own, 'xml');
    assert.equal(xml.name, 'invoice-R-1.xml');
    assert.match(await xml.text(), /R-1/);
  });

  test('what is to pay, and products', async () => {
    await gateway.insert('product', {
      organisation_id: organisation, id: uuid(), kind: 'web-hosting', name: 'muster.ch', state: 'active',
      started_on: '2025-04-01', renews_on: '2026-04-01', period_months: 12, net: 10000,
    });
    const { rows, summary } = await client.toPay({ search: 'muster', all: true });
    assert.deepEqual(rows.map(({ kind, subject, total }) => [kind, subject, total]), [['renewal', 'muster.ch', franc(10810)]]);
    assert.equal(summary?.count, 1);
    assert.deepEqual((await client.products({ limit: 1 })).rows.map(({ name, gross }) => [name, gross]), [['muster.ch', franc(10810)]]);
  });

  test('the prepaid account, topped up once however often it is asked for', async () => {
    const idempotencyKey = randomUUID();
    const wish = { amount: franc(2500), card: 'approved' } as const;
    const topUp = await client.topUp(wish, { idempotencyKey });
    assert.deepEqual(await client.topUp(wish, { idempotencyKey }), topUp);
    assert.deepEqual(await client.topUpState(topUp.id), topUp);
    assert.deepEqual((await client.prepaidBalance()).available, franc(2500));
    const { rows, count } = await client.prepaidMovements({ limit: 5 });
    assert.deepEqual([count, rows[0]?.amount, rows[0]?.document], [1, franc(2500), topUp.id]);
  });
});

describe('a refusal is coded', () => {
  const refusals: readonly (readonly [string, string, () => Promise<unknown>])[] = [
    ['an invoice that does not exist', 'KONTOR_NOT_FOUND', () => client.invoice(uuid())],
    ['a document that does not exist', 'KONTOR_NOT_FOUND', () => client.invoiceDocument(uuid(), 'xml')],
    ['an organisation of nobody', 'KONTOR_NOT_FOUND', () => client.pinOrganisation(uuid(), true)],
    ['a query that is none', 'KONTOR_REQUEST_INVALID', () => client.invoices({ limit: 0 })],
    ['too little', 'KONTOR_AMOUNT_OUT_OF_RANGE', () => client.topUp({ amount: franc(1), card: 'approved' }, { idempotencyKey: randomUUID() })],
    ['an empty key', 'KONTOR_REQUEST_INVALID', () => client.topUp({ amount: franc(500), card: 'approved' }, { idempotencyKey: '' })],
  ];
  for (const [what, code, call] of refusals) {
    test(what, () => assert.rejects(call, { name: 'KontorError', code, requestId: /^[0-9a-f-]{36}$/ }));
  }

  test('a feature that the portal did not ask for', async () => {
    const narrow = await fixture.visitor();
    narrow.request['features'] = ['organisations:list'];
    const its = await narrow.connect();
    assert.equal(its.can('invoices:read'), false);
    await assert.rejects(its.invoices({}), { code: 'KONTOR_FEATURE_MISSING' });
  });

  test('money, for a member without the billing right', async () => {
    const owner = await fixture.visitor();
    const member = await gateway.person('Max');
    await gateway.member(owner.organisation, member, 'member', false);
    owner.request['person'] = member;
    const its = await owner.connect(owner.organisation);
    assert.equal(its.session.organisation.billingRight, false);
    await assert.rejects(its.prepaidBalance(), { code: 'KONTOR_BILLING_RIGHT_MISSING' });
    await assert.rejects(its.products({}), { code: 'KONTOR_BILLING_RIGHT_MISSING' });
  });

  test('a session that was made for another page', async () => {
    const other = await fixture.visitor();
    await gateway.insert('partner_origin', { partner_id: other.partner.id, origin: 'https://other.example.com' });
    other.request['origin'] = 'https://other.example.com';
    await assert.rejects(other.connect(), { code: 'KONTOR_ORIGIN_REFUSED' });
  });
});
