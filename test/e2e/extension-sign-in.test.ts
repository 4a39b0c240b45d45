import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { BANDLEADER, DEMO_PASSWORD, WEBMASTER } from '../../server/seed/demo-credentials.ts';
import { ExtensionBrowser, signInAs } from '../support/extension.ts';
import { freePort, makeFolder, type Product, removeFolder, startProduct } from '../support/product.ts';

const HOUR = 3_600_000;

describe('signing in from the toolbar', () => {
  const folder = makeFolder();
  let product: Product;
  let browser: ExtensionBrowser;

  const askToSignIn = (): Promise<void> => browser.tell({ act: 'sign-in', gateway: product.gateway });
  const signIn = async (email = WEBMASTER.email): Promise<void> => {
    await signInAs(await browser.signInWindow(askToSignIn), email, DEMO_PASSWORD);
    await browser.connects();
    await browser.badgeBecomes(/\d/);
  };
  const signOut = async (): Promise<void> => {
    await browser.tell({ act: 'sign-out' });
    await browser.badgeBecomes(/^$/, /Not signed in/);
  };
  const tokens = async (): Promise<Record<string, unknown>> => (await browser.stored('state'))['tokens'] as Record<string, unknown>;
  /** Under its key, the answer that the badge is drawn from. */
  const figures = async (): Promise<[string, { value: unknown; at: Date }]> => {
    const found = Object.entries(await browser.stored('kept')).find(([key]) => key.endsWith('/badge'));
    return (found ?? assert.fail('There are no figures.')) as [string, { value: unknown; at: Date }];
  };

  before(async () => {
    [product, browser] = await Promise.all([startProduct({ folder }), ExtensionBrowser.launch()]);
  });
  after(async () => {
    await browser.close();
    await product.stop();
    removeFolder(folder);
  });

  test('says so where there is no gateway, or none that answers', async () => {
    for (const gateway of ['http://kontor.example', 'ftp://localhost', product.gateway.replace('localhost', '127.0.0.1')]) {
      await browser.plant('state', 'sign-in', { status: 'idle' });
      await browser.tell({ act: 'sign-in', gateway });
      assert.equal((await browser.signInBecomes('failed')).code, 'KONTOR_SIGN_IN_NO_GATEWAY', gateway);
    }
    await browser.tell({ act: 'sign-in', gateway: `http://localhost:${await freePort()}` });
    await browser.until(() => browser.signInBecomes('failed'), ({ code }) => code === 'KONTOR_CLIENT_UNREACHABLE');
  });

  test('can be called off: at the window, in the page and from the popup', async () => {
    await (await browser.signInWindow(askToSignIn)).close();
    await browser.signInBecomes('idle');
    const page = await browser.signInWindow(askToSignIn);
    await page.locator('button[value="cancel"]').click();
    await browser.signInBecomes('idle');
    await browser.signInWindow(askToSignIn);
    await browser.tell({ act: 'cancel-sign-in' });
    await browser.signInBecomes('idle');
    assert.deepEqual(await browser.stored('pending'), {});
    assert.equal((await browser.stored('state'))['connection'], undefined);
  });

  test('shows the balance at once, from one window however often it was asked for', async () => {
    const page = await browser.signInWindow(async () => {
      await askToSignIn();
      await askToSignIn();
    });
    await askToSignIn();
    await signInAs(page, WEBMASTER.email, DEMO_PASSWORD);
    assert.equal((await browser.connects()).session.person.name, 'Alba Sterntaler');
    const { text, title } = await browser.badgeBecomes(/\d/);
    const [, { value }] = await figures();
    const { balance: { available } } = value as { balance: { available: { amount: number } } };
    assert.ok(text.length <= 4);
    assert.ok(Number(text) <= available.amount / 100);
    assert.match(title, new RegExp(`Alba Sterntaler\nCHF ${available.amount / 100} available\n.*to pay.*\nAs of `));
    assert.deepEqual(await browser.alarms(), ['refresh']);
    assert.deepEqual(await browser.stored('pending'), {});
  });

  test('renews once however many ask', async () => {
    const before = await tokens();
    await browser.plant('state', 'tokens', { ...before, expiresAt: 0 });
    for (let count = 0; count < 6; count += 1) await browser.tell({ act: 'refresh-badge' });
    const renewed = await browser.until(tokens, ({ expiresAt }) => expiresAt !== 0);
    assert.notEqual(renewed['refresh'], before['refresh']);
    const [key, { value }] = await figures();
    await browser.plant('kept', key, { value, at: new Date(0) });
    await browser.tell({ act: 'refresh-badge' });
    await browser.badgeBecomes(/\d/);
    assert.deepEqual(await tokens(), renewed);
  });

  test('renews silently when the refresh token is no longer taken', async () => {
    const before = await tokens();
    const { id } = await browser.connects();
    await browser.plant('state', 'tokens', { ...before, refresh: 'used-up', expiresAt: 0 });
    await browser.tell({ act: 'refresh-badge' });
    await browser.until(tokens, ({ refresh }) => refresh !== 'used-up');
    assert.equal((await browser.connects()).id, id);
    await browser.badgeBecomes(/\d/);
  });

  test('ends, and says so, when the gateway no longer knows the person', async () => {
    await browser.plant('state', 'tokens', { ...(await tokens()), refresh: 'used-up', expiresAt: 0 });
    await browser.context.clearCookies();
    await browser.tell({ act: 'refresh-badge' });
    assert.equal((await browser.signInBecomes('failed')).code, 'KONTOR_SIGN_IN_ENDED');
    await browser.badgeBecomes(/^$/, /Not signed in/);
    assert.deepEqual(Object.keys(await browser.stored('state')), ['sign-in']);
    assert.deepEqual(await browser.stored('kept'), {});
  });

  test('is made up for when the worker was killed in the middle', async () => {
    const page = await browser.signInWindow(askToSignIn);
    await browser.stopWorker();
    await signInAs(page, WEBMASTER.email, DEMO_PASSWORD);
    await browser.connects();
    await browser.badgeBecomes(/\d/);
    await browser.signInBecomes('idle');
    assert.deepEqual(await browser.stored('pending'), {});
  });

  test('does not take whoever was signed in before for the one who was asked', async () => {
    await signOut();
    const page = await browser.signInWindow(askToSignIn);
    await browser.stopWorker();
    await page.close();
    await browser.signInBecomes('idle');
    assert.equal((await browser.stored('state'))['connection'], undefined);
  });

  test('closes the window that a killed worker left open, and begins anew', async () => {
    const orphan = await browser.signInWindow(askToSignIn);
    await browser.stopWorker();
    const page = await browser.signInWindow(askToSignIn);
    assert.ok(orphan.isClosed());
    await signInAs(page, BANDLEADER.email, DEMO_PASSWORD);
    assert.equal((await browser.connects()).session.person.name, 'Aurore Dubois-Dormant');
    await browser.badgeBecomes(/\d/);
  });

  test('leaves nothing behind after a sign-out', async () => {
    await signOut();
    for (const part of ['state', 'pending', 'kept'] as const) assert.deepEqual(await browser.stored(part), {}, part);
    assert.deepEqual(await browser.alarms(), []);
  });

  test('keeps the badge through a stopped worker and follows the alarm', async () => {
    await signIn();
    const [key, { value }] = await figures();
    await browser.plant('kept', key, { value, at: new Date(0) });
    await browser.stopWorker();
    assert.match((await browser.badge()).text, /\d/);
    await browser.ring();
    await browser.until(figures, ([, { at }]) => Date.now() - at.getTime() < HOUR);
  });

  test('keeps it while the gateway is away, until it is too old to be right', async () => {
    const { text } = await browser.badgeBecomes(/\d/);
    await product.kill();
    const [key, { value }] = await figures();
    await browser.plant('kept', key, { value, at: new Date(Date.now() - 23 * HOUR) });
    await browser.tell({ act: 'refresh-badge' });
    assert.equal((await browser.badgeBecomes(/\d/)).text, text);
    await browser.plant('kept', key, { value, at: new Date(Date.now() - 25 * HOUR) });
    await browser.tell({ act: 'refresh-badge' });
    await browser.badgeBecomes(/^$/, /Not refreshed since/);
    assert.ok(await browser.connects());
  });

  test('is there again with the gateway, and after a restart of the browser', async () => {
    const { profile } = browser;
    await browser.quit();
    browser = await ExtensionBrowser.launch(profile);
    await browser.badgeBecomes(/^$/, /Not refreshed since/);
    const { PORT = '', PORTAL_PORT = '' } = product.env;
    product = await startProduct({ folder, env: { PORT, PORTAL_PORT } });
    await browser.tell({ act: 'refresh-badge' });
    await browser.badgeBecomes(/\d/, /As of/);
    assert.deepEqual(await browser.alarms(), ['refresh']);
  });
});
