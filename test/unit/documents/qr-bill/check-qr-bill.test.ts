import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { checkQrBill } from '../../../../server/documents/qr-bill/check-qr-bill.ts';
import type { QrBill, QrParty } from '../../../../server/documents/qr-bill/qr-bill.ts';
import { QrBillError } from '../../../../server/documents/qr-bill/qr-bill-error.ts';
import type { QrBillErrorCode } from '../../../../server/documents/qr-bill/qr-bill-error.ts';
import { decimalText } from '../../../../shared/money/decimal-text.ts';
import { IBAN, QR_IBAN } from '../../../support/pdf/made-paper.ts';

const PARTY: QrParty = { name: 'Muster AG', street: 'Musterweg', buildingNumber: '7a', postcode: '8000', town: 'Zürich', country: 'CH' };
const BILL: QrBill = {
  account: QR_IBAN, creditor: PARTY, debtor: { ...PARTY, name: 'Œuvre Ștefan & Łódź' }, reference: '210000000003139471430009017',
  amount: { amount: 199_475, currency: 'CHF' }, message: 'PF-2026-000150',
};

function codeOf(change: Partial<QrBill>): QrBillErrorCode | undefined {
  try {
    checkQrBill({ ...BILL, ...change });
    return undefined;
  } catch (error) {
    assert.ok(error instanceof QrBillError);
    return error.code;
  }
}

const amount = (minorUnits: number, currency = 'CHF') => ({ amount: { amount: minorUnits, currency } });
const debtor = (change: Partial<QrParty>) => ({ debtor: { ...PARTY, ...change } });

describe('a QR-bill', () => {
  test('passes where every field keeps to the guidelines', () => {
    const sound: Partial<QrBill>[] = [
      {}, amount(1), amount(99_999_999_999), amount(100, 'EUR'), { account: IBAN, reference: 'RF18539007547034' }, { message: '' }, { message: '€'.repeat(140) },
      debtor({ name: 'Ñ'.repeat(70) }), debtor({ street: 'x'.repeat(70), buildingNumber: '1'.repeat(16), postcode: '9'.repeat(16), town: 't'.repeat(35) }),
      { debtor: { name: 'Nadie', postcode: '1', town: 'A', country: 'ES' } },
    ];
    for (const change of sound) assert.equal(codeOf(change), undefined, JSON.stringify(change));
  });

  test('is refused with its reason where one does not', () => {
    const faults: [QrBillErrorCode, Partial<QrBill>][] = [
      ['bad-account', { account: 'DE89370400440532013000' }], ['bad-account', { account: 'CH4431999123000889013' }], ['bad-account', { account: 'CH44 3199 9123 0008 8901 2' }],
      ['bad-reference', { reference: '' }], ['bad-reference', { reference: '210000000003139471430009016' }], ['bad-reference', { account: IBAN, reference: 'RF19539007547034' }],
      ['reference-mismatch', { account: IBAN }], ['reference-mismatch', { reference: 'RF18539007547034' }],
      ['bad-amount', amount(0)], ['bad-amount', amount(-5)], ['bad-amount', amount(100.5)], ['bad-amount', amount(100_000_000_000)], ['bad-amount', amount(Number.NaN)],
      ['bad-currency', amount(100, 'USD')], ['bad-currency', amount(100, 'chf')],
      ['bad-country', debtor({ country: 'ZZ' })], ['bad-country', debtor({ country: 'ch' })], ['bad-country', debtor({ country: '' })], ['bad-country', debtor({ country: 'UK' })],
      ['missing-field', debtor({ name: '' })], ['missing-field', debtor({ name: ' ' })], ['missing-field', debtor({ postcode: '' })], ['missing-field', debtor({ town: '' })],
      ['missing-field', { debtor: { name: 'A', buildingNumber: '7', postcode: '1', town: 'B', country: 'CH' } }],
      ['too-long', debtor({ name: 'x'.repeat(71) })], ['too-long', debtor({ street: 'x'.repeat(71) })], ['too-long', debtor({ buildingNumber: '1'.repeat(17) })],
      ['too-long', debtor({ postcode: '1'.repeat(17) })], ['too-long', debtor({ town: 'x'.repeat(36) })], ['too-long', { message: 'x'.repeat(141) }],
      ['too-long', { creditor: { ...PARTY, name: 'x'.repeat(71) } }],
    ];
    for (const [code, change] of faults) assert.equal(codeOf(change), code, JSON.stringify(change));
  });

  test('is refused for every character that it may not carry, in any field', () => {
    const hostile = ['Зубная фея', '🦷', 'O’Neil', '“x”', 'a\nb', 'a\r\nb', 'a\tb', 'a\u0000b', 'a\u00a0b', 'a\u00adb', 'a\u2028b', 'a\u202eb', 'e\u0301', '山田', ' a', 'a ', '\u0085'];
    for (const text of hostile) {
      for (const change of [debtor({ name: text }), debtor({ street: text }), debtor({ town: text }), debtor({ postcode: text }), debtor({ buildingNumber: text }), { message: text }, { creditor: { ...PARTY, name: text } }]) {
        assert.equal(codeOf(change), 'bad-character', JSON.stringify(change));
      }
    }
  });

  test('says which field, never what stands in it', () => {
    assert.throws(() => checkQrBill({ ...BILL, ...debtor({ name: 'Зубная фея' }) }), { message: 'The name of the debtor has a character that a bill may not carry.' });
  });

  test('has an amount that the drawing library prints as it is', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_999_999 }), (minorUnits) => {
      assert.equal((minorUnits / 100).toFixed(2), decimalText({ amount: minorUnits, currency: 'CHF' }));
    }), { numRuns: 2000 });
  });
});
