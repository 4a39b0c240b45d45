import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import type { ImportResult } from '../../shared/contract/operator.ts';
import { ENGINES, Fixture } from '../support/fixture.ts';
import { sampleInvoice } from '../support/e-invoices/sample-invoice.ts';
import { toCii } from '../support/e-invoices/to-cii.ts';
import { toUbl } from '../support/e-invoices/to-ubl.ts';

for (const engine of ENGINES) describe(engine, async () => {
  const fixture = await Fixture.start(engine);
  const sample = sampleInvoice('ubl');

  async function post(organisation: string, payload: string | Buffer, more: { key?: string; type?: string } = {}) {
    const headers = { authorization: `Bearer ${more.key ?? fixture.operatorKey}`, 'content-type': more.type ?? 'application/xml' };
    return await fixture.app.inject({ method: 'POST', url: `/v1/operator/organisations/${organisation}/invoices`, headers, payload });
  }

  async function added(organisation: string, payload: string): Promise<ImportResult> {
    const answer = await post(organisation, payload);
    assert.equal(answer.statusCode, 201, answer.body);
    return answer.json();
  }

  describe('importing an e-invoice', () => {
    test('adds it to the history, and its bytes come back as they went in', async () => {
      const { token, organisation } = await fixture.signedIn();
      const text = `${toUbl(sample)}<!-- trailing -->\n`;
      const { invoice, outcome, total, payable } = await added(organisation, text);
      assert.deepEqual([outcome, total, payable], ['added', { amount: sample.gross, currency: 'CHF' }, { amount: sample.payable, currency: 'CHF' }]);
      const base = `/v1/organisations/${organisation}/invoices`;
      const { row, totals, lines, taxes, chain } = (await fixture.call(token, `${base}/${invoice}`)).json();
      assert.deepEqual([row.origin, row.status, row.number, row.issuedOn, row.dueOn, row.paidOn], ['imported', 'paid', sample.number, sample.issuedOn, sample.dueOn, null]);
      assert.deepEqual([totals.gross, totals.prepaid, totals.rounding, lines.length, taxes], [sample.gross, 3131, -2, 3, sample.taxes]);
      assert.equal(chain.at(-1).step, 'import');
      const original = await fixture.call(token, `${base}/${invoice}/original`);
      assert.deepEqual(original.rawPayload, Buffer.from(text));
      assert.equal(original.headers['content-disposition'], 'attachment; filename="invoice-F-2026_7.xml"');
      assert.equal((await fixture.call(token, `${base}/${invoice}/xml`)).statusCode, 404);
      const found = (await fixture.call(token, `${base}?search=soehne`)).json().rows.length + (await fixture.call(token, `${base}?search=S%C3%B6hne+Hosting`)).json().rows.length;
      assert.equal(found, 1);
    });

    test('is nothing to pay, whatever the document asks for', async () => {
      const { token, organisation } = await fixture.signedIn();
      await added(organisation, toUbl(sample));
      assert.deepEqual((await fixture.call(token, `/v1/organisations/${organisation}/to-pay?all=true`)).json().rows, []);
      assert.deepEqual((await fixture.call(token, '/v1/organisations')).json().rows[0].open, 0);
      assert.deepEqual((await fixture.call(token, `/v1/organisations/${organisation}/invoices`)).json().summary.totals[0].open, { count: 0, total: 0 });
      const transfers = await fixture.database.asOwner((tx) => tx.query('select 1 from ledger_transfer where organisation_id = $1', [organisation]));
      assert.equal(transfers.length, 0);
    });

    test('the same bytes add nothing, also when they come at once; into another organisation they do', async () => {
      const [organisation, other] = [await fixture.organisation(), await fixture.organisation()];
      const answers = await Promise.all(Array.from({ length: 5 }, () => post(organisation, toUbl(sample))));
      assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 200, 200, 200, 201]);
      assert.equal(new Set(answers.map((answer) => answer.json().invoice)).size, 1);
      await added(other, toUbl(sample));
    });

    test('the same seller and number in other bytes is a row of its own, and both are marked', async () => {
      const { token, organisation } = await fixture.signedIn();
      const first = await added(organisation, toUbl(sample));
      const second = await added(organisation, toCii(sampleInvoice('cii')));
      await added(organisation, toUbl({ ...sample, number: 'another' }));
      assert.deepEqual([first.sameNumber, second.sameNumber], [false, true]);
      const { rows } = (await fixture.call(token, `/v1/organisations/${organisation}/invoices?sort=number`)).json();
      assert.deepEqual(rows.map(({ number, sameNumber }: { number: string; sameNumber: boolean }) => [number, sameNumber]), [
        ['F-2026/7', true], ['F-2026/7', true], ['another', false],
      ]);
    });

    test('what is no e-invoice is refused with the reason, and leaves nothing', async () => {
      const organisation = await fixture.organisation();
      const text = toUbl(sample);
      const refused = ['', 'not xml', '<a/>', text.slice(0, -200), `<!DOCTYPE a>${text}`, text.replace('160.55', '160.56'), Buffer.from([0xff, 0xfe, 0])];
      for (const payload of refused) {
        const answer = await post(organisation, payload);
        const { code, detail } = answer.json();
        assert.deepEqual([answer.statusCode, code], [422, 'KONTOR_E_INVOICE_REFUSED'], answer.body);
        assert.ok(detail.length > 10);
      }
      const rows = await fixture.database.asOwner((tx) => tx.query('select 1 from invoice where organisation_id = $1', [organisation]));
      assert.equal(rows.length, 0);
    });

    test('is for the operator only, into an organisation that exists', async () => {
      const { organisation, token, partner } = await fixture.signedIn();
      for (const key of [token, partner.key, 'kontor_operator_x']) {
        assert.equal((await post(organisation, toUbl(sample), { key })).json().code, 'KONTOR_TOKEN_INVALID');
      }
      assert.equal((await post(uuid(), toUbl(sample))).json().code, 'KONTOR_NOT_FOUND');
      assert.equal((await post(organisation, '{}', { type: 'application/json' })).json().code, 'KONTOR_MEDIA_TYPE_UNSUPPORTED');
    });
  });
});
