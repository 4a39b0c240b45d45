import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { creditorReference, isCreditorReference } from '../../../../server/documents/qr-bill/creditor-reference.ts';
import { paymentReference } from '../../../../server/documents/qr-bill/payment-reference.ts';
import { isQrReference, qrReference } from '../../../../server/documents/qr-bill/qr-reference.ts';
import { isQrIban, isSwissIban } from '../../../../server/documents/qr-bill/swiss-iban.ts';
import { IBAN, QR_IBAN } from '../../../support/pdf/made-paper.ts';

const digits = '0123456789';
const letters = `${digits}ABCDEFGHIJKLMNOPQRSTUVWXYZ`;
const body = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 21 });
const number = fc.bigInt({ min: 1n, max: 10n ** 26n - 1n });

/** Check digits tell digits and letters apart by their length, so a slip from one kind to the other may pass. */
const alike = (one: string, other: string): boolean => digits.includes(one) === digits.includes(other);

/** Every text that differs in one place, a digit by a digit, a letter by a letter. */
function withOneSlip(text: string, from: number): string[] {
  return [...text].flatMap((character, place) =>
    place < from ? [] : [...letters].filter((other) => other !== character && alike(other, character)).map((other) => text.slice(0, place) + other + text.slice(place + 1)));
}

/** Every text with two neighbours of a kind that changed places. */
function withOneSwap(text: string, from: number): string[] {
  const places = Array.from({ length: text.length - 1 - from }, (_, index) => from + index);
  const swapped = places.filter((place) => alike(text[place]!, text[place + 1]!)).map((place) => text.slice(0, place) + text[place + 1] + text[place] + text.slice(place + 2));
  return swapped.filter((other) => other !== text);
}

/** The remainder that ISO 7064 asks for, by whole-number arithmetic on the text written out in digits. */
const remainder = (text: string): bigint => BigInt([...text].map((one) => String(Number.parseInt(one, 36))).join('')) % 97n;

describe('QR references', () => {
  test('the examples of the guidelines', () => {
    assert.ok(isQrReference('210000000003139471430009017'));
    assert.equal(qrReference(21000000000313947143000901n), '210000000003139471430009017');
  });

  test('any number within 26 digits makes one; one wrong digit unmakes it', () => {
    fc.assert(fc.property(number, (value) => {
      const reference = qrReference(value);
      assert.ok(isQrReference(reference));
      assert.equal(BigInt(reference.slice(0, 26)), value);
      for (const wrong of withOneSlip(reference, 0)) assert.ok(!isQrReference(wrong), wrong);
    }), { numRuns: 30 });
    assert.throws(() => qrReference(10n ** 26n), RangeError);
    assert.throws(() => qrReference(-1n), RangeError);
    for (const text of ['', '0'.repeat(27), '21000000000313947143000901', '21 00000 00003 13947 14300 09017', `210000000003139471430009017\n`]) assert.ok(!isQrReference(text), text);
  });
});

describe('creditor references', () => {
  test('the examples of ISO 11649', () => {
    for (const example of ['RF18539007547034', 'RF712348231']) assert.ok(isCreditorReference(example), example);
    assert.equal(creditorReference('539007547034'), 'RF18539007547034');
  });

  test('any body makes one that whole-number arithmetic confirms; one slip or swap unmakes it', () => {
    fc.assert(fc.property(body, (text) => {
      const reference = creditorReference(text);
      assert.ok(isCreditorReference(reference), reference);
      assert.equal(remainder(reference.slice(4) + reference.slice(0, 4)), 1n);
      for (const wrong of [...withOneSlip(reference, 4), ...withOneSwap(reference, 4)]) assert.ok(!isCreditorReference(wrong), wrong);
    }), { numRuns: 30 });
    for (const text of ['RF', 'RF18', 'rf18539007547034', 'RF18 5390 0754 7034', 'RF00539007547034', `RF18${'1'.repeat(22)}`]) assert.ok(!isCreditorReference(text), text);
    for (const wrong of ['', 'a', '1'.repeat(22), 'Ä']) assert.throws(() => creditorReference(wrong), RangeError);
  });
});

describe('accounts', () => {
  test('Swiss and Liechtenstein IBANs with the right check digits', () => {
    for (const iban of [IBAN, QR_IBAN, 'CH9300762011623852957', 'LI21088100002324013AA']) assert.ok(isSwissIban(iban), iban);
    for (const iban of ['CH9300762011623852958', 'DE89370400440532013000', 'CH44 3199 9123 0008 8901 2', 'ch9300762011623852957', 'CH93', '']) assert.ok(!isSwissIban(iban), iban);
  });

  test('any account number with its check digits is one, and one slip unmakes it', () => {
    const account = fc.tuple(fc.constantFrom('CH', 'LI'), fc.stringMatching(/^\d{5}$/), fc.string({ unit: fc.constantFrom(...letters), minLength: 12, maxLength: 12 }));
    fc.assert(fc.property(account, ([country, bank, number]) => {
      const check = String(98n - remainder(`${bank}${number}${country}00`)).padStart(2, '0');
      const iban = country + check + bank + number;
      assert.ok(isSwissIban(iban), iban);
      assert.equal(isQrIban(iban), Number(bank) >= 30_000 && Number(bank) <= 31_999);
      for (const wrong of [...withOneSlip(iban, 2), ...withOneSwap(iban, 4)]) assert.ok(!isSwissIban(wrong), wrong);
    }), { numRuns: 50 });
  });
});

test('the reference of an invoice follows from its id and the account, and differs between invoices', () => {
  const ids = Array.from({ length: 2000 }, () => uuid());
  for (const [iban, holds] of [[QR_IBAN, isQrReference], [IBAN, isCreditorReference]] as const) {
    const references = ids.map((id) => paymentReference(iban, id));
    assert.ok(references.every(holds));
    assert.equal(new Set(references).size, ids.length);
    assert.deepEqual(references, ids.map((id) => paymentReference(iban, id)));
  }
});
