/// <reference types="chrome" />
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright';
import { buildExtension, extensionFolder } from '../../scripts/build-extension.ts';
import { CHROMIUM_EXTENSION_ID } from '../../shared/domain/extension-client.ts';
import { browserOptions } from './browser.ts';
import { makeFolder, removeFolder } from './product.ts';

const address = (page: string): string => `chrome-extension://${CHROMIUM_EXTENSION_ID}/extension/${page}`;

export interface Badge {
  readonly text: string;
  readonly title: string;
}

/** A Chromium with the built extension in it, and what tests do to it from outside. */
export class ExtensionBrowser {
  readonly context: BrowserContext;
  readonly profile: string;
  /** Further lines to the same browser: the first one does not see the windows of a sign-in. */
  readonly #lines: Browser[];
  /** Where they begin. */
  readonly #port: string;
  readonly #lookout: Page;

  private constructor(context: BrowserContext, profile: string, port: string, windows: Browser, lookout: Page) {
    this.context = context;
    this.profile = profile;
    this.#port = port;
    this.#lines = [windows];
    this.#lookout = lookout;
  }

  /** @param profile of an earlier one, to start it again; a new one unless told */
  static async launch(profile = makeFolder()): Promise<ExtensionBrowser> {
    await buildExtension('chromium');
    const { args = [], ...options } = browserOptions();
    const folder = extensionFolder('chromium');
    const context = await chromium.launchPersistentContext(profile, {
      ...options, locale: 'en-US',
      args: [...args, `--disable-extensions-except=${folder}`, `--load-extension=${folder}`, '--remote-debugging-port=0'],
    });
    const lookout = await context.newPage();
    await lookout.goto(`${address('options/options.html')}`);
    const port = `http://127.0.0.1:${readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n', 1)[0]}`;
    return new ExtensionBrowser(context, profile, port, await chromium.connectOverCDP(port), lookout);
  }

  /** The popup's page in a tab. */
  async popup(): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(address('popup/popup.html'));
    return page;
  }

  /** The popup itself, as the shortcut and a click on the toolbar open it. Losing the focus closes it. */
  async openPopup(): Promise<Page> {
    const isPopup = (url: string): boolean => url === address('popup/popup.html');
    await this.#lookout.evaluate(() => chrome.action.openPopup());
    const targets = async () => (await (await fetch(`${this.#port}/json/list`)).json()) as { url: string }[];
    await this.until(targets, (all) => all.some(({ url }) => isPopup(url)));
    // Playwright hears nothing of a popup that opens; a line made now finds it there.
    const line = await chromium.connectOverCDP(this.#port);
    this.#lines.push(line);
    const page = line.contexts().flatMap((context) => context.pages()).find((each) => isPopup(each.url()));
    return page ?? assert.fail('The popup closed at once.');
  }

  /** Says something to the background, as the popup does, and waits for nothing. */
  async tell(message: { readonly act: string; readonly [part: string]: string }): Promise<void> {
    await this.#lookout.evaluate((message) => void chrome.runtime.sendMessage(message).catch(() => {}), message);
  }

  /** The window of a sign-in that this act brings up. */
  async signInWindow(act: () => Promise<void>): Promise<Page> {
    const [context] = this.#lines[0]?.contexts() ?? [];
    const pages = (): Page[] => context?.pages() ?? [];
    const before = new Set(pages());
    await act();
    // Not the next page that is told of: this line hears of tabs that the other one opened whenever it gets to it.
    const window = await this.until(async () => pages().find((page) => !before.has(page) && page.url().includes('/sign-in/')), (page) => page !== undefined);
    return window ?? assert.fail('There is no window.');
  }

  badge(): Promise<Badge> {
    return this.#lookout.evaluate(async () => ({
      text: await chrome.action.getBadgeText({}), title: await chrome.action.getTitle({}),
    }));
  }

  alarms(): Promise<string[]> {
    return this.#lookout.evaluate(async () => (await chrome.alarms.getAll()).map(({ name }) => name));
  }

  /** Waits until the badge's text and title have come to this. */
  async badgeBecomes(text: RegExp, title = /(?:)/): Promise<Badge> {
    return await this.until(() => this.badge(), (badge) => text.test(badge.text) && title.test(badge.title));
  }

  /** What lies in a part of the session store. */
  stored(part: 'state' | 'pending' | 'kept'): Promise<Record<string, unknown>> {
    return this.#lookout.evaluate(async (part) => {
      const answer = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result));
          request.addEventListener('error', () => reject(request.error!));
        });
      const database = await answer(indexedDB.open('kontor'));
      const store = database.transaction(part).objectStore(part);
      const [keys, values] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
      database.close();
      return Object.fromEntries(keys.map((key, index) => [String(key), values[index]]));
    }, part);
  }

  /** Puts something else into the session store, as time or a fault would have. */
  async plant(part: 'state' | 'kept', key: string, value: unknown): Promise<void> {
    await this.#lookout.evaluate(async ([part, key, value]) => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('kontor');
        opening.addEventListener('success', () => resolve(opening.result));
      });
      const change = database.transaction(part, 'readwrite');
      change.objectStore(part).put(value, key);
      await new Promise((resolve) => change.addEventListener('complete', resolve));
      database.close();
    }, [part, key, value] as const);
  }

  /** Waits until the sign-in's state, as the popup reads it, has come to this. */
  async signInBecomes(status: 'idle' | 'open' | 'failed'): Promise<{ readonly code?: string }> {
    const read = async () => ((await this.stored('state'))['sign-in'] ?? { status: 'idle' }) as { status: string; code?: string };
    return await this.until(read, (state) => state.status === status);
  }

  /** Whether someone is signed in comes to be so. */
  async connects(): Promise<{ readonly id: string; readonly session: { readonly person: { readonly name: string } } }> {
    const state = await this.until(() => this.stored('state'), ({ connection }) => connection !== undefined);
    return state['connection'] as never;
  }

  /** Kills the background's worker, as a crash or an update does. The next event starts another. */
  async stopWorker(): Promise<void> {
    const session = await this.context.newCDPSession(this.#lookout);
    const stopped = new Promise<void>((resolve) => {
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        if (versions.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
      });
    });
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await stopped;
    await session.detach();
  }

  /** Rings the alarm that the browser would ring later. */
  async ring(): Promise<void> {
    await this.#lookout.evaluate(async () => {
      const [alarm] = await chrome.alarms.getAll();
      if (alarm) chrome.alarms.create(alarm.name, { when: Date.now(), periodInMinutes: alarm.periodInMinutes ?? 30 });
    });
  }

  /** Ends the browser; its profile stays for another. */
  async quit(): Promise<void> {
    await Promise.all(this.#lines.map((line) => line.close()));
    await this.context.close();
  }

  async close(): Promise<void> {
    await this.quit();
    removeFolder(this.profile);
  }

  /** Asks until the answer holds. @throws {Error} with the last one after half a minute */
  async until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
    const latest = Date.now() + 30_000;
    for (;;) {
      const value = await read();
      if (holds(value)) return value;
      if (Date.now() > latest) throw new Error(`It stayed ${JSON.stringify(value)}.`);
      await setTimeout(50);
    }
  }
}

/** Fills in the gateway's form and sends it. */
export async function signInAs(window: Page, email: string, password: string): Promise<void> {
  await window.locator('#email').fill(email);
  await window.locator('#password').fill(password);
  await window.locator('button[value="sign-in"]').click();
}
