import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { badgeFace, type Figures } from '../../../extension/background/badge-face.ts';
import de from '../../../extension/background/terms/de.ts';
import en from '../../../extension/background/terms/en.ts';
import es from '../../../extension/background/terms/es.ts';
import fr from '../../../extension/background/terms/fr.ts';
import it from '../../../extension/background/terms/it.ts';
import type { Settings } from '../../../extension/platform/settings.ts';
import type { Connection } from '../../../extension/session-store/records.ts';

const now = new Date('2026-03-10T12:00:00Z');
const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);
const settings: Settings = { gateway: 'http://localhost:4600', lowBelow: 2000, badge: 'balance', language: undefined };
const connection = (billingRight = true): Connection =>
  ({ id: 'a', session: { organisation: { id: 'o', name: 'Sterntaler AG', billingRight } } }) as Connection;
const figures = (amount: number, toPay = 0, overdue = 0): Figures =>
  ({ balance: { available: { amount, currency: 'CHF' } }, toPay, overdue }) as Figures;

const english = { terms: en, locale: 'en-GB' };
const face = (value: Figures, { age = 1, badge = settings.badge }: { age?: number; badge?: Settings['badge'] } = {}, writing = english) =>
  badgeFace({ connection: connection(), figures: { value, at: hoursAgo(age) }, settings: { ...settings, badge }, now }, writing);

describe("the toolbar's face", () => {
  test('is the balance, with the exact amount and its time in the title', () => {
    const { text, title } = face(figures(123_456, 3));
    assert.equal(text, '1234');
    assert.match(title, /^Sterntaler AG\nCHF 1,234\.56 available\n3 to pay\nAs of 10 Mar 2026, \d\d:\d\d$/);
    assert.equal(face(figures(1250), {}, { terms: de, locale: 'de' }).text, '12,5');
  });

  test('is how much there is to pay, where that is wanted, and nothing where nothing is', () => {
    assert.equal(face(figures(123_456, 3), { badge: 'due' }).text, '3');
    const { text, title } = face(figures(123_456), { badge: 'due' });
    assert.equal(text, '');
    assert.match(title, /CHF 1,234\.56 available\nNothing to pay/);
  });

  test('says in words what it says in colour, the overdue before the low', () => {
    const [calm, low, overdue, both] = [face(figures(5000)), face(figures(1999)), face(figures(5000, 2, 1)), face(figures(1999, 2, 1))];
    assert.equal(new Set([calm, low, overdue].map(({ background }) => background)).size, 3);
    assert.equal(both.background, overdue.background);
    assert.match(low.title, /balance is low/);
    assert.match(overdue.title, /2 to pay · 1 overdue/);
    assert.match(both.title, /balance is low\n2 to pay · 1 overdue/);
  });

  test('withdraws a figure that is too old, missing, or not for this person', () => {
    assert.notEqual(face(figures(5000), { age: 23.9 }).text, '');
    const old = face(figures(5000, 1, 1), { age: 24.1 });
    assert.equal(old.text, '');
    assert.match(old.title, /Not refreshed since 9 Mar 2026/);
    assert.doesNotMatch(old.title, /50/);
    const facts = { settings, now, figures: undefined };
    const kept = { value: figures(5000), at: now };
    const others = [
      [badgeFace({ ...facts, connection: undefined }, english), 'Kontor\nNot signed in'],
      [badgeFace({ ...facts, connection: connection() }, english), 'Sterntaler AG\nNo figures yet'],
      [badgeFace({ ...facts, connection: connection(), figures: { value: null, at: now } }, english), 'Sterntaler AG\nNo figures yet'],
      [badgeFace({ ...facts, connection: connection(false), figures: kept }, english), 'Sterntaler AG\nAmounts are shown to people with the billing right'],
    ] as const;
    for (const [{ text, title }, wanted] of others) assert.deepEqual([text, title], ['', wanted]);
  });

  test('reads in all five languages', () => {
    const titles = Object.entries({ it, de, en, es, fr }).map(([locale, terms]) => face(figures(1999, 2, 1), {}, { terms, locale }).title);
    assert.equal(new Set(titles).size, 5);
    for (const title of titles) assert.match(title, /19[.,]99/);
  });
});
