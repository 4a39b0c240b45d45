import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import { paymentReference } from '../../server/documents/qr-bill/payment-reference.ts';
import { Fixture } from '../support/fixture.ts';
import { IBAN, madePaper } from '../support/pdf/made-paper.ts';
import { readPages } from '../support/pdf/read-pdf.ts';
import { readQrCode } from '../support/pdf/read-qr-code.ts';

describe('an invoice as PDF over HTTP', async () => {
  const fixture = await Fixture.start();
  const { token, organisation, account, partner } = await fixture.signedIn();
  const base = `/v1/organisations/${organisation}/invoices`;
  const id = uuid();
  const { seller, buyer, lines, taxes, totals } = madePaper();
  const payTo = { iban: IBAN, reference: paymentReference(IBAN, id) };
  await fixture.invoice(organisation, {
    id, state: 'due', number: null, pro_forma_number: 'PF-1', due_on: '2026-12-31', total: totals.gross, payable: totals.payable,
    content: JSON.stringify({ seller, buyer, lines, taxes, totals, payTo }),
  });
  const final = await fixture.invoice(organisation, { number: 'F-1', pro_forma_number: 'PF-0', paid_on: '2026-01-15', payable: 0 });

  async function pdf(path: string): Promise<{ bytes: Uint8Array; name: unknown; text: string }> {
    const { statusCode, headers, rawPayload } = await fixture.call(token, `${base}/${path}`);
    assert.deepEqual([statusCode, headers['content-type'], headers['cache-control']], [200, 'application/pdf', 'no-store']);
    const pages = await readPages(rawPayload);
    return { bytes: rawPayload, name: headers['content-disposition'], text: pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' ') };
  }

  test('is the pro forma before payment, with a bill that both readers read', async () => {
    const { bytes, name, text } = await pdf(`${id}/pdf?language=en`);
    assert.equal(name, 'attachment; filename="pro-forma-PF-1.pdf"');
    assert.match(text, /Pro forma invoice PF-1 .*no legal, tax or accounting value/);
    const { texts } = await readQrCode(bytes, 1);
    assert.equal(texts[0], texts[1]);
    assert.deepEqual(texts[0]?.split('\n').slice(27, 30), ['SCOR', payTo.reference, 'PF-1']);
    const shown = await fixture.call(token, `${base}/${id}`);
    assert.deepEqual([shown.json().row.documents, shown.json().payTo], [['pdf'], payTo]);
  });

  test('is the final invoice after it, in the language of the person unless another is asked for', async () => {
    const german = await pdf(`${final}/pdf`);
    assert.equal(german.name, 'attachment; filename="invoice-F-1.pdf"');
    assert.match(german.text, /Rechnung F-1 .*Bezahlt am/);
    assert.deepEqual((await pdf(`${final}/pdf?language=de`)).bytes, german.bytes);
    for (const [language, word] of [['it', 'Fattura'], ['es', 'Factura'], ['fr', 'Facture'], ['en', 'Invoice']]) {
      assert.ok((await pdf(`${final}/pdf?language=${language}`)).text.includes(`${word} F-1`), language);
    }
    for (const language of ['rm', '', 'DE', '../en', 'en&language=de']) {
      assert.equal((await fixture.call(token, `${base}/${final}/pdf?language=${language}`)).statusCode, 400, language);
    }
  });

  test('is not there for what was imported, for other organisations and for none', async () => {
    const imported = await fixture.invoice(organisation, { origin: 'imported', number: 'X-1', sha256: Buffer.from('01', 'hex') });
    const other = await fixture.signedIn();
    const foreign = await fixture.invoice(other.organisation);
    for (const path of [`${base}/${imported}/pdf`, `${base}/${foreign}/pdf`, `${base}/${uuid()}/pdf`, `/v1/organisations/${other.organisation}/invoices/${foreign}/pdf`]) {
      const answer = await fixture.call(token, path);
      assert.deepEqual([answer.statusCode, answer.json().code], [404, 'KONTOR_NOT_FOUND'], path);
    }
  });

  test('needs the feature and the billing right', async () => {
    const { body } = await fixture.mint(partner, { person: account, features: ['organisations:list'] });
    assert.equal((await fixture.call(body.token, `${base}/${final}/pdf`)).json().code, 'KONTOR_FEATURE_MISSING');
    const colleague = await fixture.person('Bo');
    await fixture.member(organisation, colleague, 'member');
    const session = await fixture.mint(partner, { person: colleague });
    assert.equal((await fixture.call(session.body.token, `${base}/${final}/pdf`)).json().code, 'KONTOR_BILLING_RIGHT_MISSING');
    assert.equal((await fixture.call('', `${base}/${final}/pdf`)).statusCode, 401);
  });
});
