import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright';
import { DEMO_OPERATOR_KEY, DEMO_PARTNER, DEMO_PASSWORD, WEBMASTER } from '../../server/seed/demo-credentials.ts';
import { DWARFS, GEPPETTO, STERNTALER } from '../../server/seed/demo-organisations.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import { CHROMIUM_EXTENSION_ID } from '../../shared/domain/extension-client.ts';
import { launchBrowser } from '../support/browser.ts';
import { ExtensionBrowser, signInAs } from '../support/extension.ts';
import { PortalMoneyHarness } from '../support/harnesses/portal-money.harness.ts';
import { PortalHarness } from '../support/harnesses/portal.harness.ts';
import { type Product, removeFolder, startProduct } from '../support/product.ts';

let product: Product;
let browser: Browser;
before(async () => {
  product = await startProduct();
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await product.kill();
  removeFolder(product.folder);
});

/** Runs in each page before its own scripts: what breaks the policy is told as the browser's other faults are. */
function listenForViolations(): void {
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    console.error(`policy: ${effectiveDirective} ${blockedURI} ${sample}`);
  });
}

/** All that a script of the page could read: markup with its shadow trees, styles of elements, stores, cookies. */
async function everythingInThePage({ page }: PortalHarness): Promise<string> {
  return await page.evaluate(async () => {
    const markup = (root: Document | ShadowRoot): string => {
      const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? [markup(shadowRoot)] : []));
      return [root instanceof Document ? root.documentElement.outerHTML : root.innerHTML, ...inner].join('\n');
    };
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const stores = [{ ...localStorage }, { ...sessionStorage }, databases, await caches.keys().catch(() => [])];
    return [markup(document), JSON.stringify(stores), document.cookie, location.href, window.name].join('\n');
  });
}

/** Tops up, looks at the movements; tries, applies and removes codes, and places the order. */
async function spend(money: PortalMoneyHarness): Promise<void> {
  const { balance, promo } = money;
  await balance.getByRole('button', { name: 'Movements' }).click();
  await balance.locator('[part=row]').first().waitFor();
  await topUp(balance);
  await money.choosePaymentMethod('Card');
  await promo.locator('input[part=field]').fill('lantern-20');
  await promo.locator('[part=try]').click();
  await promo.locator('[part=keep]').click();
  await money.applyCodes('LANTERN-20, NAS-ONLY-10');
  await money.code('NAS-ONLY-10').filter({ hasText: 'Synology NAS' }).waitFor();
  await money.code('LANTERN-20').locator('[part=remove]').click();
  await promo.locator('[part=undo]').click();
  await money.code('LANTERN-20').filter({ hasText: '−29.56' }).waitFor();
  await money.addToCart('Audio 128 kbit/s');
  await money.cart.nth(2).waitFor();
  await promo.locator('[part=place]').click();
  await promo.locator('[part=outcome]').waitFor();
}

async function topUp(balance: Locator): Promise<void> {
  await balance.locator('[part=top-up]').click();
  const panel = balance.getByRole('dialog');
  await panel.getByRole('button', { name: '50.00', exact: true }).click();
  await panel.getByRole('button', { name: 'Top up CHF 50.00' }).click();
  await panel.getByRole('button', { name: 'Done' }).click();
}

/** Does in the portal what there is to do. */
async function tour(portal: PortalHarness): Promise<void> {
  const { page, list, switcher } = portal;
  await portal.signIn(WEBMASTER.email, 'wrong');
  await page.getByRole('alert').first().waitFor();
  await portal.signIn(WEBMASTER.email);
  await portal.standsIn(STERNTALER.name);
  await spend(new PortalMoneyHarness(page));
  await list.getByRole('button', { name: /Show all/ }).click();
  await portal.sortBy('Status');
  await portal.openHistory();
  await portal.sortBy('Amount');
  await portal.filterByStatus('Paid');
  await portal.searchHistory('ksuite');
  await portal.rows.first().filter({ hasText: 'kSuite' }).waitFor();
  await list.locator('[part=rows]:visible').evaluate((rows) => rows.scrollTo(0, 10_000));
  await portal.openDetails();
  await portal.download(portal.details.getByRole('button', { name: 'E-invoice (XML)' }));
  await page.keyboard.press('Escape');
  await portal.openSwitcher();
  await switcher.locator('[part=option] .pin').nth(1).click();
  await page.keyboard.type('gepp');
  await page.keyboard.press('Enter');
  await portal.standsIn(GEPPETTO.name);
  await portal.switchBack();
  await portal.standsIn(STERNTALER.name);
  await page.setViewportSize({ width: 320, height: 600 });
  await page.locator('#appearance').selectOption('dark');
  for (const language of ['de', 'es', 'fr', 'it', 'en']) await portal.chooseLanguage(language);
  await portal.openHistory();
}

describe('the portal', () => {
  test('sends its policy with every page and file', async () => {
    const policy = `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ${product.gateway}; img-src 'self' ${product.gateway}; ` +
      "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'";
    for (const path of ['/', '/sign-in', '/portal.js', '/kontor/kontor.js', '/nothing']) {
      assert.equal((await fetch(product.portal + path)).headers.get('content-security-policy'), policy, path);
    }
  });

  test('keeps to it on a whole tour, and shows no token and no key to anybody', async () => {
    const portal = await PortalHarness.open(browser, product, {}, listenForViolations);
    const sources: Promise<string>[] = [];
    portal.page.on('response', (response) => {
      const text = /html|javascript|css|json|svg/.test(response.headers()['content-type'] ?? '');
      const minted = response.url().endsWith('/kontor-session');
      if (text && !minted && response.status() === 200) sources.push(response.text().catch(() => ''));
    });
    await tour(portal);
    const sessions = await portal.sessions();
    const secrets = [...sessions.flatMap(({ token }) => [token, token.split('.').at(-1) ?? '']), DEMO_PARTNER.key, DEMO_OPERATOR_KEY];
    assert.ok(sessions.length >= 3);
    const shown = [await everythingInThePage(portal), ...portal.requests, ...(await Promise.all(sources))];
    assert.ok(shown.length > 50);
    for (const secret of secrets) assert.equal(shown.find((text) => text.includes(secret)), undefined);
    await portal.signOut();
    // The wrong password is answered 401, which the browser's console tells as it does any such answer.
    assert.deepEqual(portal.faults.filter((fault) => !/status of 401/.test(fault)), []);
    await portal.leave();
  });

  test('would be seen to break it', async () => {
    const portal = await PortalHarness.open(browser, product, {}, listenForViolations);
    const told = ['style-src-attr', 'require-trusted-types-for'].map((directive) =>
      portal.page.waitForEvent('console', (message) => message.text().startsWith(`policy: ${directive}`)));
    await portal.page.evaluate(() => {
      document.body.setAttribute('style', 'color: red');
      try {
        document.body.innerHTML = '<p>text</p>';
      } catch {
        // Refused, as it should be.
      }
    });
    await Promise.all(told);
    assert.ok(portal.faults.length >= 2);
    await portal.leave();
  });

  test('hands out sessions to its own signed-in page only', async () => {
    const ask = async (headers: Record<string, string>): Promise<number> =>
      (await fetch(`${product.portal}/kontor-session`, { method: 'POST', headers, body: '{}' })).status;
    assert.equal(await ask({ origin: product.portal }), 401);
    const portal = await PortalHarness.signedIn(browser, product);
    const cookie = (await portal.page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    assert.equal(await ask({ origin: product.portal, cookie }), 201);
    for (const origin of ['https://elsewhere.example', 'null', product.gateway]) assert.equal(await ask({ origin, cookie }), 403, origin);
    assert.equal(await ask({ cookie }), 403);
    await portal.leave();
  });
});

/** Does in the popup what there is to do. */
async function tourPopup(popup: Page): Promise<void> {
  const balance = popup.locator('kontor-prepaid-balance');
  await balance.getByRole('button', { name: 'Movements' }).click();
  await balance.locator('[part=row]').first().waitFor();
  await topUp(balance);
  await popup.getByRole('tab', { name: 'Invoices' }).click();
  const list = popup.locator('kontor-invoice-list');
  await list.getByRole('tab', { name: 'History' }).click();
  await list.locator('[data-lead]:visible').first().click();
  await list.getByRole('dialog').locator('table').first().waitFor();
  await popup.keyboard.press('Escape');
  await popup.getByRole('tab', { name: 'Promo code' }).click();
  const promo = popup.locator('kontor-promo-code');
  await promo.locator('input[part=field]').fill('LANTERN-20, LAST-SPRING');
  await promo.locator('[part=apply]').click();
  await promo.locator('[part=answers]').waitFor();
  await popup.getByRole('textbox', { name: 'Switch organisation' }).pressSequentially('zwerge');
  await popup.getByRole('option', { name: DWARFS.name }).waitFor();
  await popup.keyboard.press('Enter');
  await popup.locator('kontor-org-switcher').getByText(DWARFS.name).first().waitFor();
}

/** Sets what there is to set, wrongly first, and ends in German. */
async function tourOptions(options: Page): Promise<void> {
  for (const [name, values] of [['Gateway address', ['ftp://nowhere', 'https://kontor.example']], ['Balance is low below', ['much', '500']]] as const) {
    for (const value of values) {
      await options.getByLabel(name).fill(value);
      await options.keyboard.press('Tab');
    }
  }
  await options.getByRole('radio', { name: 'How much there is to pay' }).check();
  await options.getByLabel('Language').selectOption('de');
  await options.getByRole('heading', { name: 'Einstellungen' }).waitFor();
}

describe('the extension', () => {
  let extension: ExtensionBrowser;
  const faults: string[] = [];
  before(async () => {
    extension = await ExtensionBrowser.launch();
    await extension.context.addInitScript(listenForViolations);
    extension.context.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    extension.context.on('weberror', (error) => faults.push(error.error().message));
  });
  after(() => extension.close());

  test('keeps to its policy from sign-in to sign-out, in every tab of the popup and in the options', async () => {
    const popup = await extension.popup();
    await popup.getByLabel('Gateway address').fill(product.gateway);
    const window = await extension.signInWindow(() => popup.getByRole('button', { name: 'Sign in' }).click());
    await signInAs(window, WEBMASTER.email, DEMO_PASSWORD);
    await tourPopup(popup);
    const options = await extension.context.newPage();
    await options.goto(`chrome-extension://${CHROMIUM_EXTENSION_ID}/extension/options/options.html`);
    await tourOptions(options);
    await popup.getByRole('tab', { name: 'Übersicht' }).click();
    await popup.locator('#sign-out').click();
    await popup.getByRole('alertdialog').getByRole('button', { name: 'Abmelden' }).click();
    await popup.getByLabel('Adresse des Gateways').waitFor();
    assert.deepEqual(faults, []);
  });

  test('would be seen to break it', async () => {
    const popup = await extension.popup();
    const told = popup.waitForEvent('console', (message) => message.text().startsWith('policy: style-src-attr'));
    await popup.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await told;
    await assert.rejects(popup.evaluate(() => void (document.body.innerHTML = '<p>text</p>')), /TrustedHTML/);
  });
});

test("the gateway refuses a page's token from any other origin", async () => {
  const portal = await PortalHarness.signedIn(browser, product);
  const { token = '', organisation } = (await portal.sessions()).at(-1) ?? {};
  const address = `${product.gateway}/v1/organisations/${organisation}/invoices`;
  const ask = (headers: Record<string, string>): Promise<Response> => fetch(address, { headers: { authorization: `Bearer ${token}`, ...headers } });
  assert.equal((await ask({ origin: product.portal })).status, 200);
  const { port } = new URL(product.portal);
  for (const origin of [undefined, 'null', product.gateway, `http://localhost:${port}`, `https://127.0.0.1:${port}`, `${product.portal}0`]) {
    const answer = await ask(origin === undefined ? {} : { origin });
    assert.equal(answer.status, 403, origin);
    assert.equal(((await answer.json()) as Problem).code, 'KONTOR_ORIGIN_REFUSED');
    assert.equal(answer.headers.get('access-control-allow-origin'), null);
  }
  await portal.leave();
});
