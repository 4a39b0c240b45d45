/** `node scripts/draw-icons.ts`: the extension's icons, drawn by Chromium from their one SVG. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { browserOptions } from '../test/support/browser.ts';

const folder = join(import.meta.dirname, '../extension');
const drawing = readFileSync(join(folder, 'icons/kontor.svg')).toString('base64');

const browser = await chromium.launch(browserOptions());
try {
  const page = await browser.newPage();
  for (const size of [16, 32, 48, 128]) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}img{display:block;width:100vw}</style><img src="data:image/svg+xml;base64,${drawing}">`);
    await page.screenshot({ path: join(folder, `public/icons/${size}.png`), omitBackground: true });
  }
} finally {
  await browser.close();
}
