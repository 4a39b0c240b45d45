import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright';
import { DEMO_PASSWORD, WEBMASTER } from '../../server/seed/demo-credentials.ts';
import { ExtensionBrowser, signInAs } from '../support/extension.ts';
import { makeFolder, type Product, removeFolder, startProduct } from '../support/product.ts';

describe('the popup over the toolbar', () => {
  const folder = makeFolder();
  const faults: string[] = [];
  let product: Product;
  let browser: ExtensionBrowser;

  /** What a page's console says of its policy, and what it fails with; not that the gateway is away. */
  const listen = (page: Page): Page =>
    page
      .on('console', (message) => void (message.type() === 'error' && !/ERR_CONNECTION|Failed to load/.test(message.text()) && faults.push(message.text())))
      .on('pageerror', (error) => void faults.push(error.message));
  const openPopup = async (): Promise<Page> => listen(await browser.openPopup());
  const balance = (page: Page) => page.locator('kontor-prepaid-balance').getByText(/\d\.\d\d/).first();
  const search = (page: Page) => page.getByRole('textbox', { name: 'Switch organisation' });

  before(async () => {
    [product, browser] = await Promise.all([startProduct({ folder }), ExtensionBrowser.launch()]);
  });
  after(async () => {
    await browser.close();
    await product.stop();
    removeFolder(folder);
  });

  test('signs in to the gateway whose address was given, and shows the balance that the badge shows', async () => {
    const popup = await openPopup();
    await popup.getByLabel('Gateway address').fill(product.gateway);
    const page = await browser.signInWindow(() => popup.getByRole('button', { name: 'Sign in' }).click());
    await signInAs(page, WEBMASTER.email, DEMO_PASSWORD);
    await popup.getByText(/Alba Sterntaler · localhost/).waitFor();
    await balance(popup).waitFor();
    const { text, title } = await browser.badgeBecomes(/\d/);
    const shown = (await balance(popup).innerText()).replace(/[^\d.]/g, '');
    assert.ok(title.includes(`CHF ${shown} available`), title);
    assert.equal(text, shown.slice(0, text.length));
    assert.equal(await popup.getByText('Nothing to pay until').count(), 0);
    await popup.close();
  });

  test('switches the organisation by typing and Enter, and the badge with it', async () => {
    const popup = await openPopup();
    await balance(popup).waitFor();
    assert.ok(await search(popup).evaluate((field) => field.matches(':focus')));
    await popup.keyboard.type('zwerge');
    await popup.getByRole('option', { name: /Sieben Zwerge/ }).waitFor();
    await popup.keyboard.press('Enter');
    const { title } = await browser.badgeBecomes(/\d/, /^Sieben Zwerge Bergbau AG\n/);
    await popup.locator('kontor-org-switcher').getByText('Sieben Zwerge Bergbau AG').first().waitFor();
    const shown = (await balance(popup).innerText()).replaceAll(/[^\d.,]/g, '');
    await browser.until(async () => shown, (amount) => title.includes(amount));
    await popup.close();
  });

  test('shows no amounts, on the badge neither, where the person has no billing right', async () => {
    const popup = await openPopup();
    await balance(popup).waitFor();
    await popup.keyboard.type('bremer');
    await popup.getByRole('option', { name: /Bremer Stadtmusikanten/ }).waitFor();
    await popup.keyboard.press('Enter');
    await browser.badgeBecomes(/^$/, /^Genossenschaft .*\nAmounts are shown to people with the billing right$/);
    await popup.keyboard.type('alba');
    await popup.getByRole('option', { name: /Alba Sterntaler/ }).waitFor();
    await popup.keyboard.press('Enter');
    await browser.badgeBecomes(/\d/, /^Alba Sterntaler\n/);
    await popup.getByRole('tab', { name: 'Invoices' }).click();
    await popup.locator('kontor-invoice-list').getByRole('row').nth(2).waitFor();
    // What a popup is still writing down when it closes is lost.
    await browser.until(() => browser.stored('kept'), (kept) => Object.keys(kept).some((key) => /\/to-pay\?.*limit=50/.test(key)));
    await popup.close();
  });

  test('shows what it kept while the gateway is away and the worker is stopped, and says so', async () => {
    const { text } = await browser.badge();
    await product.kill();
    await browser.stopWorker();
    const popup = await openPopup();
    await popup.getByRole('contentinfo').getByText('Gateway not reachable').waitFor();
    await popup.getByRole('contentinfo').getByText(/^as of/).waitFor();
    assert.ok((await balance(popup).innerText()).includes(text));
    await popup.getByRole('tab', { name: 'Invoices' }).click();
    await popup.locator('kontor-invoice-list').getByRole('row').nth(2).waitFor();
    const { PORT = '', PORTAL_PORT = '' } = product.env;
    product = await startProduct({ folder, env: { PORT, PORTAL_PORT } });
    await popup.getByRole('contentinfo').getByRole('button', { name: 'Try again' }).click();
    await popup.getByText(/Alba Sterntaler · localhost/).waitFor();
    await popup.close();
  });

  test('signs out with one question, and leaves nothing', async () => {
    const popup = await openPopup();
    await popup.getByRole('button', { name: 'Sign out' }).click();
    await popup.getByRole('button', { name: 'Sign out' }).last().click();
    await popup.getByLabel('Gateway address').waitFor();
    assert.equal(await popup.getByLabel('Gateway address').inputValue(), product.gateway);
    await browser.badgeBecomes(/^$/, /Not signed in/);
    await popup.close();
    for (const part of ['state', 'pending', 'kept'] as const) assert.deepEqual(await browser.stored(part), {}, part);
  });

  test('breaks no rule of its policy on the way', () => assert.deepEqual(faults, []));
});
