import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import manifest from '../../../manifest.json' with { type: 'json' };
import { CHROMIUM_EXTENSION_ID, EXTENSION_REDIRECTS, GECKO_EXTENSION_ID } from '../../../shared/domain/extension-client.ts';

test('the ids follow from the key and the gecko id, as browsers work them out', () => {
  const digits = createHash('sha256').update(Buffer.from(manifest.key, 'base64')).digest('hex').slice(0, 32);
  const id = digits.replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));
  assert.equal(CHROMIUM_EXTENSION_ID, id);
  const gecko = createHash('sha1').update(GECKO_EXTENSION_ID).digest('hex');
  assert.deepEqual(EXTENSION_REDIRECTS, [`https://${id}.chromiumapp.org/cb`, `https://${gecko}.extensions.allizom.org/cb`]);
});
