import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const advice =
  'No Chromium found: install the package "chromium", or run "npx playwright install chromium", ' +
  'or set CHROME_PATH to a Chromium or Chrome for Testing (branded Chrome cannot load the extension).';

/**
 * The Chromium or Chrome for Testing that the tests drive: `CHROME_PATH` or `CHROMIUM_PATH`, else the
 * usual places of this system, else the one that Playwright has downloaded.
 * @throws {Error} of one line that says how to get one.
 */
export function findChromium(): string {
  const named = process.env['CHROME_PATH'] ?? process.env['CHROMIUM_PATH'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH or CHROMIUM_PATH names ${named}, which does not exist.`);
  }
  const found = [...usualPlaces(), chromium.executablePath()].find((path) => existsSync(path));
  if (!found) throw new Error(advice);
  return found;
}

/**
 * `findChromium()`, after installing Debian's package where there is none and that is welcome: as root,
 * with `CI=true`. Slow the first time (a download).
 * @throws {Error} as `findChromium` does, or when the installation fails.
 */
export function provideChromium(): string {
  try {
    return findChromium();
  } catch (error) {
    const debian = existsSync('/usr/bin/apt-get') && existsSync('/etc/debian_version');
    if (process.env['CI'] !== 'true' || !debian || process.getuid?.() !== 0) throw error;
  }
  console.log('Installing Chromium (CI)');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const act of [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation']]) {
    execFileSync('apt-get', ['-q', ...act], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return findChromium();
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    const bundles = ['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'];
    return bundles.map((bundle) => join('/Applications', bundle));
  }
  if (process.platform === 'win32') {
    const roots = ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'].map((name) => process.env[name]);
    return roots.filter((root) => root !== undefined).map((root) => join(root, 'Chromium', 'Application', 'chrome.exe'));
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return ['chromium', 'chromium-browser'].flatMap((name) => folders.map((folder) => join(folder, name)));
}
