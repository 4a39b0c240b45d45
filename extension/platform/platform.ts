import browser from 'webextension-polyfill';
import type { Message } from '../messaging/messages.ts';

/** The browser's extension API, as thin as it goes. */

/** Asks the background. @returns when it is done, if the asking page lives that long */
export const send = async (message: Message): Promise<void> => browser.runtime.sendMessage(message);

/** @param listener its promise keeps the background alive */
export function onMessage(listener: (message: Message) => Promise<void>): void {
  browser.runtime.onMessage.addListener((message: unknown) => listener(message as Message));
}

export const onStartup = (listener: () => void): void => browser.runtime.onStartup.addListener(listener);

export interface BadgeFace {
  /** Four characters at most; empty: no badge. */
  readonly text: string;
  readonly title: string;
  readonly background: string;
  readonly colour: string;
}

export async function showBadge({ text, title, background, colour }: BadgeFace): Promise<void> {
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ color: background }),
    browser.action.setBadgeTextColor({ color: colour }),
    browser.action.setTitle({ title }),
    browser.action.setBadgeText({ text }),
  ]);
}

/** Rings every `minutes` from now on, unless it already does. */
export async function ensureAlarm(name: string, minutes: number): Promise<void> {
  if (!(await browser.alarms.get(name))) browser.alarms.create(name, { delayInMinutes: minutes, periodInMinutes: minutes });
}

export const clearAlarm = async (name: string): Promise<void> => void (await browser.alarms.clear(name));
export const onAlarm = (listener: () => void): void => browser.alarms.onAlarm.addListener(listener);

/** Where a sign-in may end; registered at every gateway. */
export const redirectAddress = (): string => browser.identity.getRedirectURL('cb');

/**
 * Opens the gateway's sign-in page.
 * @param interactive in a window; else unseen, for what needs nobody
 * @returns the address that it ended with
 * @throws {Error} with the browser's own words where it did not end there
 */
export const launchSignIn = (address: string, interactive: boolean): Promise<string> =>
  browser.identity.launchWebAuthFlow({ url: address, interactive });

/** Calls with the id of each new window that shows a page and nothing else. @returns ends it */
export function onPopupWindow(listener: (id: number) => void): () => void {
  const hear = ({ id, type }: browser.Windows.Window): void => {
    if (type === 'popup' && id !== undefined) listener(id);
  };
  browser.windows.onCreated.addListener(hear);
  return () => browser.windows.onCreated.removeListener(hear);
}

export const onWindowClosed = (listener: (id: number) => void): void => browser.windows.onRemoved.addListener(listener);
export const windowStands = (id: number): Promise<boolean> => browser.windows.get(id).then(() => true, () => false);
export const focusWindow = (id: number): Promise<unknown> => browser.windows.update(id, { focused: true }).catch(() => {});
export const closeWindow = (id: number): Promise<void> => browser.windows.remove(id).catch(() => {});

/** A number that outlives the worker, but not the browser: windows have other ids after a restart. */
export async function noteForSession(name: string, value: number | undefined): Promise<void> {
  if (value === undefined) await browser.storage.session.remove(name);
  else await browser.storage.session.set({ [name]: value });
}

export async function notedInSession(name: string): Promise<number | undefined> {
  return (await browser.storage.session.get(name))[name] as number | undefined;
}

export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();

/** The keys that open the popup, as the browser writes them; empty where there are none. */
export async function openShortcut(): Promise<string> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === '_execute_action')?.shortcut ?? '';
}
