import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { buildApp } from '../../server/app.ts';
import { systemClock } from '../../server/clock.ts';
import type { App } from '../../server/http/app-parts.ts';
import { DEMO_PASSWORD, WEBMASTER } from '../../server/seed/demo-credentials.ts';
import { seed } from '../../server/seed/seed.ts';
import type { Database } from '../../server/storage/database.ts';
import { migrate } from '../../server/storage/migrate.ts';
import { openPGlite } from '../../server/storage/pglite.ts';
import { launchBrowser } from '../support/browser.ts';
import { freePort } from '../support/product.ts';
import { SignInClient } from '../support/sign-in-client.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Where the extension's browser would take over. */
const END = /^https:\/\/[a-p]{32}\.chromiumapp\.org\/cb/;

let database: Database;
let app: App;
let browser: Browser;
let gateway: string;

before(async () => {
  database = await openPGlite(undefined);
  await migrate(database);
  await seed(database, { kind: 'demo', today: '2026-03-02' });
  const port = await freePort();
  gateway = `http://localhost:${port}`;
  app = await buildApp({ database, clock: systemClock, gatewayUrl: gateway });
  await app.listen({ host: 'localhost', port });
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await app?.close();
  await database?.close();
});

/** A browser at the sign-in page; whatever it complains about, policies above all, is a fault. */
async function atPage(options: BrowserContextOptions, act: (page: Page, request: Awaited<ReturnType<SignInClient['request']>>) => Promise<void>): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => void (/Failed to load resource.*\b4\d\d\b/.test(message.text()) || faults.push(message.text())));
  page.on('pageerror', (error) => void faults.push(error.message));
  await page.route(END, (route) => route.fulfill({ body: 'caught' }));
  const request = await new SignInClient(gateway).request({ ui_locales: options.locale });
  await page.goto(request.url.href);
  await act(page, request);
  assert.deepEqual(faults, []);
  await context.close();
}

async function expectSound(page: Page, what: string): Promise<void> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
  assert.deepEqual(violations.map(({ id, nodes }) => `${what}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`), []);
  const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  assert.ok(Number(overflow) <= 0, `${what}: ${overflow} px too wide`);
}

/** The page puts the focus there with its first drawing. Who takes it elsewhere before that, as no hand could, gets a note of the browser. */
const focusOn = (page: Page, id: string): Promise<void> => page.locator(`#${id}:focus`).waitFor();

describe('the sign-in page', () => {
  for (const [locale, colorScheme] of [['de', 'light'], ['en', 'dark'], ['es', 'light'], ['fr', 'dark'], ['it', 'light']] as const) {
    test(`is sound at 320 px in ${locale}, ${colorScheme}, at first and after a refusal`, () =>
      atPage({ locale, colorScheme, viewport: { width: 320, height: 568 } }, async (page) => {
        await expectSound(page, 'at first');
        await focusOn(page, 'email');
        await page.keyboard.type('nobody@example.com');
        await page.keyboard.press('Enter');
        await page.locator('#password-fault').waitFor();
        await focusOn(page, 'password');
        await expectSound(page, 'without a password');
        await page.keyboard.type('wrong');
        await page.keyboard.press('Enter');
        await page.locator('#fault').waitFor();
        await focusOn(page, 'password');
        assert.equal(await page.locator('#email').inputValue(), 'nobody@example.com');
        await expectSound(page, 'refused');
      }));
  }

  test('leads to the extension without a script, under its policy', () =>
    atPage({ locale: 'en', javaScriptEnabled: false }, async (page, request) => {
      await page.getByRole('link', { name: 'Italiano' }).click();
      await focusOn(page, 'email');
      await page.getByLabel('E-mail').fill(WEBMASTER.email);
      await page.getByLabel('Password').fill(DEMO_PASSWORD);
      await page.getByRole('button', { name: 'Accedi' }).click();
      await page.waitForURL(END);
      assert.equal(new URL(page.url()).searchParams.get('state'), request.state);
    }));

  test('leads on for somebody who takes the place of another', () =>
    atPage({ locale: 'en' }, async (page) => {
      for (const email of [WEBMASTER.email, 'hans@imglueck.example']) {
        const { url } = await new SignInClient(gateway).request({ prompt: 'login' });
        await page.goto(url.href);
        await focusOn(page, 'email');
        await page.getByLabel('E-mail').fill(email);
        await page.getByLabel('Password').fill(DEMO_PASSWORD);
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.waitForURL(END);
        assert.ok(new URL(page.url()).searchParams.has('code'));
      }
      await page.goto(`${gateway}/sign-out`);
      await expectSound(page, 'signing out');
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('heading', { name: 'Signed out' }).waitFor();
      await expectSound(page, 'signed out');
      await page.goto(`${gateway}/oauth/authorize?client_id=nobody`);
      await expectSound(page, 'an error');
    }));
});
