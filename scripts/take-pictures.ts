/**
 * `node scripts/take-pictures.ts`: the pictures of the README, taken from the running product
 * (`npm start` in another terminal).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { browserOptions } from '../test/support/browser.ts';

const portal = `http://127.0.0.1:${process.env['PORTAL_PORT'] ?? 4601}`;
const folder = join(import.meta.dirname, '../docs/pictures');

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(browserOptions());
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 860 }, colorScheme: 'light' });
  await page.goto(portal);
  await page.getByRole('button', { name: /Alba Sterntaler/ }).click();
  await page.getByRole('tab').first().waitFor();
  await page.getByRole('combobox', { name: /organisation/i }).or(page.getByRole('button', { name: /organisation/i })).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(folder, 'portal.png') });
} finally {
  await browser.close();
}
