import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CannotOpenError, makeSecretKey, SecretBox } from '../../../server/identity/secret-box.ts';

const [first, second] = [makeSecretKey(), makeSecretKey()];
const box = new SecretBox([first]);

test('what is sealed opens in its place, and nothing of it shows', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (secret, place) => {
    const sealed = box.seal(secret, place);
    assert.deepEqual(box.open(sealed, place), Buffer.from(secret));
    assert.notEqual(sealed, box.seal(secret, place));
    if (secret.length > 8) assert.ok(!Buffer.from(sealed.split('.')[2] ?? '', 'base64url').includes(Buffer.from(secret)));
  }));
});

test('another place, another key, one changed character or none of it opens nothing', () => {
  const sealed = box.seal(Buffer.from('the secret of the house'), 'here');
  const refused = (text: string, place = 'here', by = box) => assert.throws(() => by.open(text, place), CannotOpenError, text);
  refused(sealed, 'there');
  refused(sealed, 'here', new SecretBox([second]));
  const swapped = (at: number): string => `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
  const [form = '', id = '', text = ''] = sealed.split('.');
  const begin = form.length + id.length + 2;
  // The last character may hold bits that stand for nothing.
  for (let at = 0; at < sealed.length - 1; at += at < begin ? 1 : 7) if (sealed[at] !== '.') refused(swapped(at));
  for (const cut of ['', 'k1', `${form}.${id}.`, `${form}.${id}.${text.slice(0, 20)}`, `k2.${id}.${text}`, `${form}..${text}`]) refused(cut);
});

test('a new key seals, the one before it still opens', () => {
  const old = box.seal(Buffer.from('x'), 'here');
  const rotated = new SecretBox([second, first]);
  assert.equal(rotated.open(old, 'here').toString(), 'x');
  assert.deepEqual([rotated.isCurrent(old), rotated.isCurrent(rotated.seal(Buffer.from('x'), 'here'))], [false, true]);
});

test('a key is 32 bytes in base64url', () => {
  for (const text of ['', 'x', makeSecretKey().slice(1), `${makeSecretKey()}A`, Buffer.alloc(32, 255).toString('base64'), 'ä'.repeat(43)]) {
    assert.throws(() => new SecretBox([text]), (error) => error instanceof RangeError && (text.length < 2 || !error.message.includes(text)), text);
  }
});
