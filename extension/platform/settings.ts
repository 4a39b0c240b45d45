import browser from 'webextension-polyfill';
import type { Language } from '../../shared/contract/session.ts';

/** What a person chooses in the options. It survives a sign-out. */
export interface Settings {
  /** Origin of the gateway to sign in to. */
  readonly gateway: string;
  /** Below it a balance counts as low; in minor units of its currency. */
  readonly lowBelow: number;
  /** What the badge shows: the available money, or how much there is to pay. */
  readonly badge: 'balance' | 'due';
  /** undefined: the browser's own. */
  readonly language: Language | undefined;
}

const DEFAULT_SETTINGS: Settings = { gateway: 'http://localhost:4600', lowBelow: 2000, badge: 'balance', language: undefined };

const KEY = 'settings';

export async function readSettings(): Promise<Settings> {
  return settingsOf((await browser.storage.local.get(KEY))[KEY]);
}

/** Changes the given ones; `undefined` puts one back to its default. */
export async function writeSettings(change: Partial<Settings>): Promise<void> {
  await browser.storage.local.set({ [KEY]: { ...(await readSettings()), ...change } });
}

/** Hears of every change, its own too. @returns ends it */
export function onSettings(listener: (settings: Settings) => void): () => void {
  const hear = (changes: Record<string, { newValue?: unknown }>): void => {
    if (KEY in changes) listener(settingsOf(changes[KEY]?.newValue));
  };
  browser.storage.local.onChanged.addListener(hear);
  return () => browser.storage.local.onChanged.removeListener(hear);
}

/** What is missing is the default: an older version knew fewer, and the browser stores no `undefined`. */
function settingsOf(stored: unknown): Settings {
  const chosen = Object.entries((stored as Partial<Settings> | undefined) ?? {}).filter(([, value]) => value !== undefined);
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(chosen) };
}
