import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { v7 as uuid } from 'uuid';
import { Fixture } from '../support/fixture.ts';

const fixture = await Fixture.start();
const gateway = await fixture.app.listen({ host: 'localhost', port: 0 });

/** Runs the command as a person does. */
async function operate(words: string, environment: NodeJS.ProcessEnv = {}): Promise<{ code: number | null; said: string; complained: string }> {
  const env = { ...process.env, DATABASE_URL: '', KONTOR_GATEWAY: gateway, KONTOR_OPERATOR_KEY: fixture.operatorKey, ...environment };
  const child = spawn(process.execPath, ['server/operator.ts', ...words.split(' ').filter(Boolean).map((word) => word.replaceAll('_', ' '))], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = ['', ''];
  child.stdout.on('data', (data) => { texts[0] += data; });
  child.stderr.on('data', (data) => { texts[1] += data; });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said: texts[0] ?? '', complained: texts[1] ?? '' };
}

async function said(words: string): Promise<string> {
  const { code, said: text, complained } = await operate(words);
  assert.equal(code, 0, complained);
  return text;
}

test('a partner is registered, gets a key and an origin, and loses them', async () => {
  const { id } = JSON.parse(await said('partner create --name Agentur_\u202eSüd --payment-mode client-pays'));
  assert.match(await said('partner list'), new RegExp(String.raw`"${id}","name":"Agentur \\u202eSüd"`));
  const key = (await said(`key create --partner ${id} --name Portal --scope clients:read --scope keys:write`)).trim();
  assert.match(key, /^kontor_partner_[\w-]{43}$/);
  const ask = () => fixture.app.inject({ url: '/v1/partner/clients', headers: { authorization: `Bearer ${key}` } });
  assert.equal((await ask()).statusCode, 200);
  const listed = JSON.parse(await said(`key list --partner ${id}`));
  assert.deepEqual([listed.name, listed.scopes], ['Portal', ['clients:read', 'keys:write']]);
  assert.equal(await said(`key revoke --partner ${id} --key ${listed.id}`), '');
  assert.equal((await ask()).statusCode, 401);
  await said(`origin add --partner=${id} --origin=https://a.example`);
  assert.equal(await said(`origin list --partner ${id}`), '"https://a.example"\n');
  await said(`origin remove --partner ${id} --origin https://a.example`);
  assert.equal(await said(`origin list --partner ${id}`), '');
  assert.equal(await said(`grant list --partner ${id}`), '');
});

test('promo codes are listed and withdrawn', async () => {
  assert.equal(await said('promo-code create --code spring-7 --amount 7.50 --currency CHF --payment-method prepaid --stands-alone'), '{"code":"SPRING-7"}\n');
  await said('promo-code withdraw --code Spring-7');
  const [kept] = await fixture.database.asOwner((tx) => tx.query('select amount, currency, payment_methods, stackable, active from promo_code where code = $1', ['SPRING-7']));
  assert.deepEqual(kept, { amount: 750n, currency: 'CHF', payment_methods: ['prepaid'], stackable: false, active: false });
  const again = await operate('promo-code create --code SPRING-7 --percent 5');
  assert.deepEqual([again.code, again.complained], [1, 'The promo code SPRING-7 is listed already. (KONTOR_EXISTS_ALREADY)\n']);
});

test('what was done is saved', async () => {
  const lines = (await said('audit export --format jsonl --act promo-code')).trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(lines.map(({ act, agent }) => [act, agent]), [['promo-code.create', 'Node.js'], ['promo-code.withdraw', 'Node.js']]);
  assert.match(await said('audit export --format csv'), /^at,act,subject,actor_kind,/);
});

test('mistakes are told, and no key', async () => {
  const cases: [string, RegExp, NodeJS.ProcessEnv?][] = [
    ['', /^Usage: npm run operator/], ['partner', /^Usage: /], ['__proto__ x', /^Usage: /], ['partner create --name x', /^--payment-mode is missing/],
    ['partner list --all yes', /^partner list does not know --all/], ['key list --partner', /^--partner needs a value/], [`key list --partner ${uuid()} x`, /^x is no option/],
    ['promo-code create --code ABCD --percent 5x', /^--percent 5x is no whole number/], ['promo-code create --code ABCD --amount 5', /is no amount with its --currency/],
    ['promo-code create --code ABCD', /a percentage or an amount, and not both/], ['key list --partner ../promo-codes', /KONTOR_REQUEST_INVALID/],
    ['partner list', /does not take this operator key/, { KONTOR_OPERATOR_KEY: 'kontor_operator_wrong' }],
    ['partner list', /does not answer/, { KONTOR_GATEWAY: 'http://localhost:9' }],
    ['partner list', /^No gateway runs on /, { KONTOR_GATEWAY: '', KONTOR_DATA_DIR: '/nonexistent' }],
  ];
  for (const [words, complaint, environment] of cases) {
    const { code, complained } = await operate(words, environment);
    assert.equal(code, 1, words);
    assert.match(complained, complaint);
    assert.doesNotMatch(complained, /kontor_operator_/);
  }
});
