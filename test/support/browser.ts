import { type Browser, chromium, type LaunchOptions } from 'playwright';
import { findChromium } from './chromium.ts';

/**
 * How every test starts its browser: headless, quiet on the network, and in Chromium's own sandbox
 * except as root, where Chromium refuses to have one.
 */
export function browserOptions(): LaunchOptions {
  return {
    executablePath: findChromium(),
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
    ],
  };
}

/** Starts a browser for an end-to-end test. The caller closes it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch(browserOptions());
}
