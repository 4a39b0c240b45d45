/**
 * `node scripts/take-pictures.ts`: the pictures of the README, taken from the running product: gateway and
 * portal on a fresh demo and on their usual ports, and the built extension, signed in to that gateway.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { DEMO_PASSWORD, WEBMASTER } from '../server/seed/demo-credentials.ts';
import { DWARFS } from '../server/seed/demo-organisations.ts';
import { CHROMIUM_EXTENSION_ID } from '../shared/domain/extension-client.ts';
import { browserOptions, launchBrowser } from '../test/support/browser.ts';
import { ExtensionBrowser, signInAs } from '../test/support/extension.ts';
import { PortalMoneyHarness } from '../test/support/harnesses/portal-money.harness.ts';
import { PortalHarness } from '../test/support/harnesses/portal.harness.ts';
import { makeFolder, type Product, removeFolder, startProduct } from '../test/support/product.ts';
import { extensionFolder } from './build-extension.ts';

const pictures = join(import.meta.dirname, '../docs/pictures');
const PORTAL = { width: 1200, height: 1500 };
const POPUP = { width: 400, height: 600 };
/** What is typed to come to the organisation of the pictures. */
const TYPED = 'sieben';

mkdirSync(pictures, { recursive: true });
const profile = makeFolder();
// The popup shows the gateway's address.
const product = await startProduct({ env: { PORT: '4600', PORTAL_PORT: '4601' } });
try {
  await takePortal(product);
  await signIn(product);
  await takePopup();
} finally {
  await product.stop();
  for (const folder of [product.folder, profile]) removeFolder(folder);
}

/** All four elements: movements of the balance, codes that count and codes that do not. */
async function takePortal(product: Product): Promise<void> {
  const browser = await launchBrowser();
  try {
    const portal = await PortalHarness.signedIn(browser, product, WEBMASTER.email, { viewport: PORTAL, colorScheme: 'light' });
    const money = new PortalMoneyHarness(portal.page);
    await portal.switchByKeyboard(TYPED);
    await money.code('LANTERN-20').waitFor();
    await money.balance.getByRole('button', { name: 'Movements' }).click();
    await money.balance.locator('[part=row]').first().waitFor();
    await portal.page.locator('h1').click();
    await save(portal.page, 'portal.png');
  } finally {
    await browser.close();
  }
}

/** As the person has left it: signed in, in the organisation of the pictures. */
async function signIn({ gateway }: Product): Promise<void> {
  const browser = await ExtensionBrowser.launch(profile);
  try {
    await signInAs(await browser.signInWindow(() => browser.tell({ act: 'sign-in', gateway })), WEBMASTER.email, DEMO_PASSWORD);
    await browser.connects();
    const page = await browser.popup();
    await page.getByRole('textbox', { name: 'Switch organisation' }).pressSequentially(TYPED);
    await page.keyboard.press('Enter');
    await browser.badgeBecomes(/\d/, new RegExp(DWARFS.name));
  } finally {
    await browser.quit();
  }
}

async function takePopup(): Promise<void> {
  const { args = [], ...options } = browserOptions();
  const folder = extensionFolder('chromium');
  const context = await chromium.launchPersistentContext(profile, {
    ...options, viewport: POPUP, deviceScaleFactor: 2, colorScheme: 'light', locale: 'en-GB',
    args: [...args, `--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
  });
  try {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${CHROMIUM_EXTENSION_ID}/extension/popup/popup.html`);
    await save(page, 'popup.png');
  } finally {
    await context.close();
  }
}

async function save(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(pictures, name), animations: 'disabled' });
}
