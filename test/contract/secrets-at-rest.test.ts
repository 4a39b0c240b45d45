import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { exportJWK, generateKeyPair } from 'jose';
import { buildApp } from '../../server/app.ts';
import { systemClock } from '../../server/clock.ts';
import { readConfig } from '../../server/config.ts';
import { sealedBox } from '../../server/identity/sealed-box.ts';
import { sealSecrets } from '../../server/identity/sealed-rows.ts';
import { CannotOpenError, makeSecretKey, SecretBox } from '../../server/identity/secret-box.ts';
import { readSecrets } from '../../server/identity/sign-in/secrets.ts';
import { SigningKeys } from '../../server/identity/signing-keys.ts';
import { startGateway } from '../../server/start-gateway.ts';
import { StartError } from '../../server/start-error.ts';
import { ENGINES, Fixture, GATEWAY, ORIGIN } from '../support/fixture.ts';
import { freePort, makeFolder, removeFolder } from '../support/product.ts';
import { testDatabase } from '../support/test-database.ts';

const [first, second] = [makeSecretKey(), makeSecretKey()];

for (const engine of ENGINES) describe(engine, async () => {
  const fixture = await Fixture.start(engine);
  const { database, clock } = fixture;

  /** The rows of a gateway from before sealing. */
  async function plainRows(): Promise<{ d: string; secret: Buffer }> {
    const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const jwk = await exportJWK(pair.privateKey);
    const secret = randomBytes(32);
    await database.asOwner((tx) => tx.query('delete from signing_key; delete from sign_in_secret'));
    await fixture.insert('signing_key', { id: 'old', private_jwk: JSON.stringify(jwk), public_jwk: JSON.stringify(await exportJWK(pair.publicKey)), created_at: clock.now() });
    await fixture.insert('sign_in_secret', { purpose: 'cookie', bytes: secret });
    return { d: jwk.d ?? '', secret };
  }

  /** Everything in the two tables, as somebody reads it who stole a backup. */
  async function stolen(): Promise<string> {
    const rows = await database.asOwner(async (tx) => [
      ...await tx.query(`select private_jwk::text as kept from signing_key`),
      ...await tx.query(`select encode(bytes, 'escape') || ' ' || encode(bytes, 'base64') || ' ' || encode(bytes, 'hex') as kept from sign_in_secret`),
    ]);
    assert.ok(rows.length > 0);
    return JSON.stringify(rows);
  }

  const seal = (box: SecretBox): Promise<number> => database.asOwner((tx) => sealSecrets(tx, box));
  const secretsBy = async (box: SecretBox) => ({
    keys: await new SigningKeys(database, clock, box).privateKeys(), cookie: (await readSecrets(database, box)).cookie,
  });

  test('what was plain is sealed at start and still the same secret', async () => {
    const { d, secret } = await plainRows();
    const box = new SecretBox([first]);
    assert.equal(await seal(box), 2);
    const kept = await stolen();
    for (const form of [d, secret.toString('base64'), secret.toString('hex')]) assert.ok(!kept.includes(form));
    const { keys, cookie } = await secretsBy(box);
    assert.deepEqual([keys.map((key) => key.d), cookie], [[d], secret]);
    assert.equal(await seal(box), 0);
  });

  test('a change of keys: the new one seals all anew, and then the old one opens nothing', async () => {
    const { d, secret } = await plainRows();
    await seal(new SecretBox([first]));
    assert.equal(await seal(new SecretBox([first, second])), 0);
    assert.ok((await seal(new SecretBox([second, first]))) >= 2);
    const { keys, cookie } = await secretsBy(new SecretBox([second]));
    assert.deepEqual([keys.map((key) => key.d), cookie], [[d], secret]);
    await assert.rejects(secretsBy(new SecretBox([first])), CannotOpenError);
  });

  test('a wrong key changes nothing, also where only one row needs it', async () => {
    await plainRows();
    await seal(new SecretBox([first]));
    await fixture.insert('sign_in_secret', { purpose: 'other', bytes: randomBytes(32) });
    const before = await stolen();
    await assert.rejects(seal(new SecretBox([second])), CannotOpenError);
    assert.equal(await stolen(), before);
  });

  test('a key that somebody put into the table signs nothing', async () => {
    await database.asOwner((tx) => tx.query('delete from signing_key; delete from sign_in_secret'));
    const box = new SecretBox([first]);
    await new SigningKeys(database, clock, box).signer();
    const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const foreign = JSON.stringify(await exportJWK(pair.publicKey));
    await database.asOwner((tx) => tx.query('update signing_key set public_jwk = $1', [foreign]));
    const [known] = await new SigningKeys(database, clock, box).publicKeys();
    assert.notEqual(known?.['x'], JSON.parse(foreign).x);
    await fixture.insert('signing_key', { id: 'plain', private_jwk: JSON.stringify(await exportJWK(pair.privateKey)), public_jwk: foreign, created_at: clock.now() });
    await assert.rejects(new SigningKeys(database, clock, box).signer(), CannotOpenError);
    await database.asOwner((tx) => tx.query(`delete from signing_key where id = 'plain'`));
    await database.asOwner((tx) => tx.query(`update signing_key set id = 'moved'`));
    await assert.rejects(new SigningKeys(database, clock, box).publicKeys(), CannotOpenError);
  });

  test('a first key that could not be kept is made at the next need', async () => {
    await database.asOwner((tx) => tx.query('delete from signing_key'));
    const keys = new SigningKeys(database, clock, new SecretBox([first]));
    await database.asOwner((tx) => tx.query('alter table signing_key add constraint full_disk check (false) not valid'));
    await assert.rejects(keys.signer(), { constraint: 'full_disk' });
    await database.asOwner((tx) => tx.query('alter table signing_key drop constraint full_disk'));
    assert.equal((await keys.publicKeys()).length, 0);
    assert.ok((await keys.signer()).id);
  });

  test('tokens made before a change of keys hold after it', async () => {
    await database.asOwner((tx) => tx.query('delete from signing_key; delete from sign_in_secret'));
    const [account, organisation, partner] = [await fixture.person(), await fixture.organisation(), await fixture.partner()];
    await fixture.member(organisation, account);
    await fixture.grant(organisation, partner);
    const gateway = async (box: SecretBox) => {
      await seal(box);
      const app = await buildApp({ database, clock, gatewayUrl: GATEWAY, secretBox: box });
      after(() => app.close());
      return app;
    };
    const minted = await (await gateway(new SecretBox([first]))).inject({
      method: 'POST', url: '/v1/widget-sessions', headers: { authorization: `Bearer ${partner.key}` },
      payload: { person: account, origin: ORIGIN, elements: ['invoice-list'], features: ['invoices:read'] },
    });
    const later = await gateway(new SecretBox([second, first]));
    const answer = await later.inject({ url: '/v1/session', headers: { authorization: `Bearer ${minted.json().token}`, origin: ORIGIN } });
    assert.equal(answer.statusCode, 200, answer.body);
  });
});

describe('the start of a gateway', () => {
  const folder = makeFolder();
  after(() => removeFolder(folder));

  const settings = async (more: Readonly<Record<string, string>> = {}) =>
    readConfig({ KONTOR_DATA_DIR: folder, PORT: String(await freePort()), LOG_LEVEL: 'silent', ...more });
  const refusedWith = (code: string) => (error: unknown) => error instanceof StartError && error.code === code && !/[\w-]{43}/.test(error.message);

  test('on a server of its own needs a key, and always the same', async () => {
    const DATABASE_URL = await testDatabase();
    /** Starts one and lets it sign. @returns its public keys */
    const start = async (env: Readonly<Record<string, string>>): Promise<unknown[]> => {
      const config = await settings({ DATABASE_URL, ...env });
      const gateway = await startGateway(config);
      try {
        assert.ok(config.secretBox);
        await new SigningKeys(gateway.database, systemClock, config.secretBox).signer();
        return (await (await fetch(`${gateway.url}/.well-known/jwks.json`)).json() as { keys: unknown[] }).keys;
      } finally {
        await gateway.stop();
      }
    };
    await assert.rejects(start({}), refusedWith('KONTOR_START_SECRET_KEY_MISSING'));
    const keys = await start({ KONTOR_SECRET_KEY: first });
    assert.equal(keys.length, 1);
    await assert.rejects(start({ KONTOR_SECRET_KEY: second }), refusedWith('KONTOR_START_SECRET_KEY_WRONG'));
    assert.deepEqual(await start({ KONTOR_SECRET_KEY: second, KONTOR_SECRET_KEYS_READ: first }), keys);
    assert.deepEqual(await start({ KONTOR_SECRET_KEY: second }), keys);
  });

  test('on a data folder keeps one there, for its owner alone', async () => {
    const config = await settings();
    const fixture = await Fixture.open();
    after(() => fixture.close());
    const made = await sealedBox(config, fixture.database, false);
    const file = join(folder, 'secret.key');
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const sealed = made.seal(Buffer.from('x'), 'here');
    assert.equal((await sealedBox(config, fixture.database, true)).open(sealed, 'here').toString(), 'x');
    await new SigningKeys(fixture.database, fixture.clock, made).signer();
    rmSync(file);
    await assert.rejects(sealedBox(config, fixture.database, true), refusedWith('KONTOR_START_SECRET_KEY_WRONG'));
  });

  test('says which setting cannot be meant, and never a key', () => {
    for (const env of [
      { KONTOR_SECRET_KEY: 'short' }, { KONTOR_SECRET_KEY: first, KONTOR_SECRET_KEYS_READ: `${second}x` }, { KONTOR_SECRET_KEYS_READ: first },
      { KONTOR_RATE_LIMITS: 'no' }, { KONTOR_LIMIT_ADDRESS: '0' }, { KONTOR_LIMIT_SIGN_IN: 'many' }, { KONTOR_TRUSTED_PROXIES: 'all' },
      { LOG_LEVEL: 'loud' }, { KONTOR_CONNECTIONS_PER_ADDRESS: '-1' },
    ]) {
      const [name = ''] = Object.keys(env).slice(-1);
      assert.throws(() => readConfig(env), (error) => error instanceof RangeError && error.message.includes(name) && !/[\w-]{43}/.test(error.message), name);
    }
    assert.equal(readConfig({ KONTOR_RATE_LIMITS: 'off' }).rateLimits, undefined);
    assert.equal(readConfig({ KONTOR_LIMIT_SIGN_IN: '7' }).rateLimits?.['sign-in'], 7);
  });
});
