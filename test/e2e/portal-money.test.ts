import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright';
import { DEMO_LOGINS, WEBMASTER } from '../../server/seed/demo-credentials.ts';
import { STERNTALER } from '../../server/seed/demo-organisations.ts';
import { launchBrowser } from '../support/browser.ts';
import { PortalMoneyHarness } from '../support/harnesses/portal-money.harness.ts';
import { PortalHarness } from '../support/harnesses/portal.harness.ts';
import { ProductClient } from '../support/product-client.ts';
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

/** The webmaster in her own organisation, for a test that ends without a complaint of the browser. */
async function atPortal(act: (portal: PortalHarness, money: PortalMoneyHarness) => Promise<void>): Promise<void> {
  await ProductClient.signIn(product, STERNTALER.id);
  const portal = await PortalHarness.signedIn(browser, product, WEBMASTER.email);
  try {
    await act(portal, new PortalMoneyHarness(portal.page));
    assert.deepEqual(portal.faults, []);
  } finally {
    await portal.leave();
  }
}

describe('money at the portal', () => {
  test('tops up by exactly what is missing, and the balance says that it reaches', () => atPortal(async (portal, money) => {
    const before = await money.available();
    const missing = (await money.balance.locator('[part=top-up-shortfall]').innerText()).replace(/^Top up\s/, '');
    await money.balance.locator('[part=top-up-shortfall]').click();
    const panel = money.balance.getByRole('dialog');
    await panel.getByRole('button', { name: `Top up ${missing}` }).click();
    await money.balance.getByText(/^Covers renewals until/).waitFor();
    assert.equal(cents(await money.available()), cents(before) + cents(missing));
    await panel.getByRole('button', { name: 'Done' }).click();
    await money.balance.getByRole('button', { name: 'Movements' }).click();
    const newest = money.balance.locator('[part=row]').first();
    await newest.filter({ hasText: missing.replace(/^\D+/, '') }).waitFor();
    const document = money.balance.getByRole('button', { name: /^Show invoice/ }).first();
    const number = (await document.innerText()).trim();
    await document.click();
    await portal.page.locator('kontor-invoice-list').getByRole('dialog', { name: number }).getByText('Seller').waitFor();
    await portal.page.keyboard.press('Escape');
    await portal.page.reload();
    await portal.standsIn(STERNTALER.name);
    assert.equal(cents(await money.available()), cents(before) + cents(missing));
  }));

  test('puts codes into an order, sees what each does, and pays; the invoice is there as PDF', () => atPortal(async (portal, money) => {
    await money.cart.first().waitFor();
    await money.choosePaymentMethod('Card');
    await money.applyCodes('lantern-20, NOBODY-KNOWS');
    await money.code('LANTERN-20').filter({ hasText: '−29.56' }).waitFor();
    await money.code('NOBODY-KNOWS').filter({ hasText: 'There is no such code.' }).waitFor();
    await money.addToCart('Audio 128 kbit/s');
    await money.cart.nth(2).waitFor();
    await money.code('LANTERN-20').filter({ hasText: '−31.80' }).waitFor();
    await portal.openHistory();
    const newest = await portal.rows.first().locator('[data-lead]').innerText();
    await money.promo.locator('[part=place]').click();
    await money.promo.locator('[part=outcome]').waitFor();
    await portal.rows.first().filter({ hasNotText: newest }).waitFor();
    const { name, bytes } = await portal.download(portal.rows.first().locator('[data-act=download]'));
    assert.match(name, /^invoice-.+\.pdf$/);
    assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
  }));

  test('a member without the billing right sees no money, and who can help', async () => {
    const portal = await PortalHarness.signedIn(browser, product, WEBMASTER.email);
    const money = new PortalMoneyHarness(portal.page);
    await portal.switchByKeyboard('Genoss');
    await money.balance.getByText('You do not have the billing right').waitFor();
    await money.promo.getByText('You do not have the billing right').waitFor();
    assert.equal(await money.cart.count(), 0);
    assert.deepEqual(portal.faults, []);
    await portal.leave();
  });

  test('every demo sign-in sees a portal without a complaint', async () => {
    for (const { email } of DEMO_LOGINS) {
      const portal = await PortalHarness.signedIn(browser, product, email);
      await new PortalMoneyHarness(portal.page).balance.locator('[part=balance]:not(:has(i)), [part=error], .notice').first().waitFor();
      assert.deepEqual(portal.faults, [], email);
      await portal.leave();
    }
  });
});

/** Digits of an amount with two decimals. */
function cents(amount: string): number {
  return Number(amount.replaceAll(/\D/g, ''));
}
