import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gatewayOrigin } from '../../../extension/sign-in/gateway-origin.ts';

test('a gateway is https, or on this machine', () => {
  const cases: [string, string | undefined][] = [
    ['https://kontor.example', 'https://kontor.example'],
    [' kontor.example/docs?a=1 ', 'https://kontor.example'],
    ['kontor.example:8443', 'https://kontor.example:8443'],
    ['localhost:4600', 'http://localhost:4600'],
    ['http://127.0.0.1:4600/', 'http://127.0.0.1:4600'],
    ['https://localhost:4600', 'https://localhost:4600'],
    ['http://kontor.example', undefined],
    ['http://localhost.kontor.example', undefined],
    ['http://localhost@kontor.example', undefined],
    ['https://me:secret@kontor.example', undefined],
    ['ftp://localhost', undefined],
    ['javascript:alert(1)', undefined],
    ['', undefined],
  ];
  for (const [typed, origin] of cases) assert.equal(gatewayOrigin(typed), origin, typed);
});
