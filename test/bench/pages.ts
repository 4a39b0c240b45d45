import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import { compileEagerly } from '../../scripts/compile-eagerly.ts';
import { minifyTemplates } from '../../scripts/minify-templates.ts';
import { browserOptions } from '../support/browser.ts';
import type { Bench } from './pages/main.ts';

declare const bench: Bench;

const SUBJECTS = ['switcher-limit', 'switcher-kontor', 'list-limit', 'list-kontor'];

/** Frames are uncapped, or a 60 Hz clock would hide everything under 33 ms. */
const UNCAPPED = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];
const MIB = 1024 * 1024;
/** Milliseconds that a new window is left alone. */
const SETTLE = 800;

/** Builds and serves the bench pages and hands out a browser for them. */
export async function withBenchPages<T>(work: (bench: BenchPages) => Promise<T>): Promise<T> {
  const root = join(import.meta.dirname, 'pages');
  const outDir = join(import.meta.dirname, '../../dist/bench');
  // Each side in a build of its own, so that what it begins with is one file, as partners get the kit; what measures is another.
  // The warning that an import is not dynamic, as the history is in that file, says nothing here.
  for (const subject of SUBJECTS) {
    const groups = [{ name: 'main', test: /\/pages\/main\.ts$/, priority: 1 }, { name: subject, test: new RegExp(`/${subject}\\.ts$`) }];
    await build({
      root, configFile: false, logLevel: 'error', base: './', plugins: [minifyTemplates(), compileEagerly()],
      define: { 'import.meta.env.VITE_SUBJECT': JSON.stringify(subject) },
      build: { outDir: join(outDir, subject), emptyOutDir: true, target: 'es2022', modulePreload: false, rolldownOptions: { output: { codeSplitting: { groups } } } },
    });
  }
  const server = await preview({ root, configFile: false, logLevel: 'silent', build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  const options = browserOptions();
  const browser = await chromium.launch({ ...options, args: [...(options.args ?? []), ...UNCAPPED] });
  try {
    return await work(new BenchPages(browser, server.resolvedUrls?.local[0] ?? ''));
  } finally {
    await browser.close();
    await server.close();
  }
}

export class BenchPages {
  #browser: Browser;
  #url: string;

  constructor(browser: Browser, url: string) {
    this.#browser = browser;
    this.#url = url;
  }

  /** A fresh page with its rows made and nothing mounted. */
  async open(subject: string, count: number): Promise<BenchPage> {
    const context = await this.#browser.newContext({ viewport: { width: 1100, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${this.#url}${subject}/?count=${count}`);
    await page.waitForFunction(() => 'bench' in globalThis);
    return new BenchPage(page, await context.newCDPSession(page));
  }

  /** Milliseconds from navigation to the painted element, nothing cached, the processor `slower` times slower. */
  async coldLoad(subject: string, count: number, slower: number): Promise<number> {
    const context = await this.#browser.newContext({ viewport: { width: 1100, height: 900 } });
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
    // The browser draws the new window's frame and tidies up after the last one: on the same processors, so it would
    // be measured as the page's.
    await setTimeout(SETTLE);
    await page.goto(`${this.#url}${subject}/?count=${count}&load`);
    const painted = await page.waitForFunction(() => (globalThis as { painted?: number }).painted);
    const milliseconds = (await painted.jsonValue()) as number;
    await context.close();
    return milliseconds;
  }
}

export class BenchPage {
  #page: Page;
  #cdp: CDPSession;

  constructor(page: Page, cdp: CDPSession) {
    this.#page = page;
    this.#cdp = cdp;
  }

  mount(): Promise<number> {
    return this.#page.evaluate(() => bench.mount());
  }

  /** Clicks with a real mouse; milliseconds until the rows show these texts. */
  async click(target: 'trigger' | 'sort', texts: readonly string[]): Promise<number> {
    const { x, y } = await this.#page.evaluate((name) => bench.center(name), target);
    await this.#page.mouse.move(x, y);
    await this.#page.evaluate((expected) => bench.arm('click', expected), texts);
    await this.#page.mouse.click(x, y);
    return this.#page.evaluate(() => bench.result());
  }

  /** Until nothing is fetched or made ready any more, as when a person looks before acting. */
  async rest(): Promise<void> {
    await this.#page.waitForLoadState('networkidle');
    await this.#page.evaluate(() => bench.prepare());
  }

  async focusSearch(): Promise<void> {
    await this.#page.evaluate(() => bench.focusSearch());
  }

  /** One key of a real keyboard into the search field. */
  async key(key: string, texts: readonly string[]): Promise<number> {
    await this.#page.evaluate((expected) => bench.arm('keydown', expected), texts);
    await this.#page.keyboard.press(key);
    return this.#page.evaluate(() => bench.result());
  }

  async jump(index: number, texts: readonly string[]): Promise<number> {
    await this.#page.evaluate((expected) => bench.arm('scroll', expected), texts);
    await this.#page.evaluate((row) => bench.jump(row), index);
    return this.#page.evaluate(() => bench.result());
  }

  /** V8, embedder and backing stores after two collections, in MiB. */
  async heap(): Promise<number> {
    await this.#cdp.send('HeapProfiler.collectGarbage');
    await this.#cdp.send('HeapProfiler.collectGarbage');
    const usage = (await this.#cdp.send('Runtime.getHeapUsage')) as unknown as Record<string, number>;
    return ((usage['usedSize'] ?? 0) + (usage['embedderHeapUsedSize'] ?? 0) + (usage['backingStorageSize'] ?? 0)) / MIB;
  }

  async close(): Promise<void> {
    await this.#page.context().close();
  }
}
