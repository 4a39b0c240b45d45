import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright';
import { ORGANISATION_COUNT_KEY, ORGANISATIONS_KEY } from '../../extension/client/kept-key.ts';
import { extensionFolder } from '../../scripts/build-extension.ts';
import { DEMO_PASSWORD, WEBMASTER } from '../../server/seed/demo-credentials.ts';
import { STERNTALER } from '../../server/seed/demo-organisations.ts';
import type { PrepaidBalance } from '../../shared/contract/prepaid.ts';
import { CHROMIUM_EXTENSION_ID } from '../../shared/domain/extension-client.ts';
import { browserOptions } from '../support/browser.ts';
import { ExtensionBrowser, signInAs } from '../support/extension.ts';
import { makeFolder, removeFolder, startProduct } from '../support/product.ts';
import { type Figure, median } from './figure.ts';
import { organisationRows } from './pages/rows.ts';

const RUNS = 10;
/** Organisations of the person, kept on the device. */
const COUNTS = [10, 10_000];
const BARS = { 'new browser': 300, warm: 200 } as const;
const KEPT = `${STERNTALER.id}/prepaid`;
const POPUP = 'extension/popup/popup.html';
const LIMIT = `bench/popup-limit.html#${encodeURIComponent(KEPT)}`;

/** Times from navigation to paint, in milliseconds. */
type Times = Record<keyof typeof BARS, number[]>;

/**
 * The popup's balance from what is kept, beside a page of the same extension that reads one record and
 * writes one text. The extension's own code fills the store, by a sign-in at a demo gateway that is then
 * gone, so that nothing painted comes over the line; the list of organisations is written by a page of the
 * extension, as the popup would have kept it. Both pages are opened in a tab of the popup's size.
 */
export async function measure(): Promise<Figure[]> {
  const [profile, folder] = [makeFolder(), makeFolder()];
  try {
    const expected = await fill(profile);
    cpSync(extensionFolder('chromium'), folder, { recursive: true });
    for (const name of ['popup-limit.html', 'popup-limit.js']) cpSync(join(import.meta.dirname, 'pages', name), join(folder, 'bench', name));
    const figures: Figure[] = [];
    for (const count of COUNTS) {
      await keepOrganisations(profile, count);
      figures.push(...(await measureKept(count, () => launchWith(profile, folder, expected))));
    }
    return figures;
  } finally {
    for (const made of [profile, folder]) removeFolder(made);
  }
}

/** Popup and plain page in turn: each time in a browser of its own, then again and again in one. */
async function measureKept(count: number, launch: () => Promise<BrowserContext>): Promise<Figure[]> {
  const [popup, limit]: [Times, Times] = [{ 'new browser': [], warm: [] }, { 'new browser': [], warm: [] }];
  const pages = [[POPUP, popup], [LIMIT, limit]] as const;
  for (let run = 0; run < RUNS; run++) {
    for (const [path, times] of pages) {
      const context = await launch();
      times['new browser'].push(await paint(context, path));
      await context.close();
    }
  }
  const context = await launch();
  for (const [path] of pages) await paint(context, path);
  for (let run = 0; run < RUNS; run++) {
    for (const [path, times] of pages) times.warm.push(await paint(context, path));
  }
  await context.close();
  return (['new browser', 'warm'] as const).map((state) => figure(state, count, popup, limit));
}

/** Signs a person in and looks at the popup once. @returns the available amount as the popup writes it */
async function fill(profile: string): Promise<string> {
  const product = await startProduct();
  const browser = await ExtensionBrowser.launch(profile);
  try {
    const { gateway } = product;
    await signInAs(await browser.signInWindow(() => browser.tell({ act: 'sign-in', gateway })), WEBMASTER.email, DEMO_PASSWORD);
    await browser.connects();
    await (await browser.popup()).locator('[part=trend]').waitFor();
    const kept = await browser.until(() => browser.stored('kept'), (all) => [KEPT, ORGANISATIONS_KEY, ORGANISATION_COUNT_KEY].every((key) => key in all));
    const { value: { available } } = kept[KEPT] as { value: PrepaidBalance };
    return new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 }).format(available.amount / 100);
  } finally {
    await browser.quit();
    await product.stop();
    removeFolder(product.folder);
  }
}

async function keepOrganisations(profile: string, count: number): Promise<void> {
  const browser = await ExtensionBrowser.launch(profile);
  const rows = organisationRows(count);
  await browser.plant('kept', ORGANISATIONS_KEY, { value: rows, at: new Date() });
  const summary = { count, pinned: 0, recent: 0 };
  await browser.plant('kept', ORGANISATION_COUNT_KEY, { value: { rows: rows.slice(0, 1), summary }, at: new Date() });
  await browser.quit();
}

/** A new browser on what was kept, whose pages note when they have painted. */
async function launchWith(profile: string, folder: string, expected: string): Promise<BrowserContext> {
  const { args = [], ...options } = browserOptions();
  const context = await chromium.launchPersistentContext(profile, {
    ...options, locale: 'en-US', viewport: { width: 400, height: 600 },
    args: [...args, `--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
  });
  await context.addInitScript(noteWhenPainted, expected);
  return context;
}

/** Milliseconds from the navigation to the painted figure. */
async function paint(context: BrowserContext, path: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${CHROMIUM_EXTENSION_ID}/${path}`);
  const painted = await page.waitForFunction(() => (globalThis as { painted?: number }).painted);
  const milliseconds = (await painted.jsonValue()) as number;
  await page.close();
  return milliseconds;
}

/** Runs in the page before its own scripts: looks for the figure in every frame, and notes the time two frames later. */
function noteWhenPainted(expected: string): void {
  const shown = (): boolean => {
    const balance = document.querySelector('kontor-popup')?.shadowRoot?.querySelector('kontor-prepaid-balance')?.shadowRoot;
    return (balance?.querySelector('[part=balance]') ?? document.body)?.textContent?.includes(expected) ?? false;
  };
  const look = (): void => {
    if (!shown()) return void requestAnimationFrame(look);
    requestAnimationFrame(() => requestAnimationFrame(() => Object.assign(globalThis, { painted: performance.now() })));
  };
  look();
}

function figure(state: keyof typeof BARS, count: number, popup: Times, limit: Times): Figure {
  const value = median(popup[state]);
  const spread = `${Math.min(...popup[state]).toFixed(0)}–${Math.max(...popup[state]).toFixed(0)}`;
  const note = `${spread}; a plain page ${median(limit[state]).toFixed(0)} ms`;
  return { name: `popup, ${count.toLocaleString('en')} organisations: balance painted, ${state}`, value, unit: 'ms', measured: value, bar: BARS[state], note };
}
