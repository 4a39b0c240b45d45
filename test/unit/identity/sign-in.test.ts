import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callerAddress, callerNetwork, readProxies } from '../../../server/identity/sign-in/caller-address.ts';
import { chooseLanguage } from '../../../server/identity/sign-in/choose-language.ts';
import { html } from '../../../server/identity/sign-in/pages/html.ts';

test('only a proxy on this machine is believed about the caller, and only what it added itself', () => {
  for (const [peer, forwarded, expected] of [
    ['203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['::ffff:127.0.0.1', '1.1.1.1, 198.51.100.1', '198.51.100.1'],
    ['10.1.2.3', '198.51.100.1', '10.1.2.3'],
    ['fd12::1', '2001:db8::1', 'fd12::1'],
    ['::1', 'nonsense', '::1'],
    ['::1', undefined, '::1'],
    ['2001:db8::9', '198.51.100.1', '2001:db8::9'],
    ['', '198.51.100.1', ''],
  ] as const) {
    assert.equal(callerAddress(peer, forwarded), expected, `${peer} ${forwarded}`);
  }
});

test('named proxies are believed, one behind the other, and nobody else', () => {
  const proxies = readProxies('10.1.0.0/16, 2001:db8::7, 192.0.2.1');
  for (const [peer, forwarded, expected] of [
    ['10.1.2.3', '1.1.1.1, 198.51.100.1', '198.51.100.1'],
    ['10.1.2.3', '1.1.1.1, 198.51.100.1, 192.0.2.1', '198.51.100.1'],
    ['2001:db8::7', '10.1.9.9', '10.1.9.9'],
    ['2001:db8::8', '198.51.100.1', '2001:db8::8'],
    ['127.0.0.1', '198.51.100.1', '127.0.0.1'],
  ] as const) {
    assert.equal(callerAddress(peer, forwarded, proxies), expected, `${peer} ${forwarded}`);
  }
  assert.equal(callerAddress('127.0.0.1', '198.51.100.1', readProxies('none')), '127.0.0.1');
  for (const text of ['nonsense', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '10.0.0.0/-1', ',']) {
    assert.throws(() => readProxies(text), RangeError, text);
  }
});

test('an IPv6 subscriber is one caller', () => {
  for (const [address, expected] of [
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'], ['2001:db8:1:2::9', '2001:db8:1:2'], ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'], ['198.51.100.1', '198.51.100.1'], ['::ffff:198.51.100.1', '198.51.100.1'],
  ] as const) {
    assert.equal(callerNetwork(address), expected);
  }
});

test('the first language that there is, by weight, then English', () => {
  for (const [wished, expected] of [
    [['', 'fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5'], 'fr'],
    [['it', 'de'], 'it'],
    [['DE-at en'], 'de'],
    [['en;q=0.1, es;q=0.2'], 'es'],
    [['de;q=0, it;q=0.1'], 'it'],
    [['*', undefined], 'en'],
    [[`${'x,'.repeat(100_000)}de`], 'en'],
  ] as const) {
    assert.equal(chooseLanguage(...wished), expected, String(wished[0]).slice(0, 50));
  }
});

test('values in markup are text, except markup', () => {
  const inner = html`<b>${'<&"\''}</b>`;
  assert.equal(html`<a title="${'"x"'}">${inner}${[inner, inner]}${undefined}${false}${0}</a>`.text,
    `<a title="&quot;x&quot;">${'<b>&lt;&amp;&quot;&#39;</b>'.repeat(3)}0</a>`);
});
