import type { Browser, BrowserContext, BrowserContextOptions, Download, Locator, Page } from 'playwright';
import type { WidgetSession } from '../../../shared/contract/session.ts';
import type { Product } from '../product.ts';

/** A person at the partner's portal, in a browser of their own. */
export class PortalHarness {
  readonly page: Page;
  /** What the browser complained about: errors of scripts, of the console, broken page policies. */
  readonly faults: string[] = [];
  /** Addresses of every request, method first. */
  readonly requests: string[] = [];
  #context: BrowserContext;
  #minted: Promise<WidgetSession | undefined>[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && this.faults.push(message.text()));
    page.on('request', (request) => this.requests.push(`${request.method()} ${request.url()}`));
    page.on('response', (response) => {
      if (!response.ok() || !response.url().endsWith('/kontor-session')) return;
      // A page that is left takes its answers along.
      this.#minted.push(response.json().then((session) => session as WidgetSession, () => undefined));
    });
  }

  /** Opens the portal. @param script runs in every page before its own scripts */
  static async open(browser: Browser, { portal }: Pick<Product, 'portal'>, options: BrowserContextOptions = {}, script?: () => void): Promise<PortalHarness> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1200, height: 860 }, ...options });
    if (script) await context.addInitScript(script);
    const harness = new PortalHarness(context, await context.newPage());
    await harness.page.goto(portal);
    return harness;
  }

  /** Opens it and signs in; waits until the elements have started. */
  static async signedIn(browser: Browser, product: Pick<Product, 'portal'>, email = 'alba@sterntaler.example', options: BrowserContextOptions = {}): Promise<PortalHarness> {
    const harness = await PortalHarness.open(browser, product, options);
    await harness.signIn(email);
    await harness.standsIn('');
    return harness;
  }

  /** Every widget session that reached the page, in order. */
  async sessions(): Promise<WidgetSession[]> {
    return (await Promise.all(this.#minted)).filter((session) => session !== undefined);
  }

  async leave(): Promise<void> {
    await this.#context.close();
  }

  async signIn(email: string, password = 'counting-house'): Promise<void> {
    await this.page.locator('[name=email]').fill(email);
    await this.page.locator('[name=password]').fill(password);
    await this.page.locator('form button.primary').click();
  }

  async signOut(): Promise<void> {
    await this.page.locator('#sign-out button').click();
    await this.page.waitForURL('**/sign-in');
  }

  /** The page comes back in the chosen language. */
  async chooseLanguage(code: string): Promise<void> {
    // The menu is the page's own script, which runs before the page counts as loaded.
    await this.page.waitForLoadState('load');
    await this.page.locator('#language').selectOption(code);
    await this.page.locator(`html[lang=${code}]`).waitFor();
    await this.standsIn('');
  }

  get switcher(): Locator {
    return this.page.locator('kontor-org-switcher');
  }

  /** What the header shows as the current organisation. */
  get current(): Locator {
    return this.switcher.locator('[part=trigger]');
  }

  get list(): Locator {
    return this.page.locator('kontor-invoice-list');
  }

  /** Rows of the view in front, without their head. */
  get rows(): Locator {
    return this.list.locator('[part=row]:visible:not(.placeholder)');
  }

  get totals(): Locator {
    return this.list.locator('[part=totals]:visible');
  }

  get details(): Locator {
    return this.list.getByRole('dialog');
  }

  /** Waits until the header shows an organisation with this in its name as the current one. */
  async standsIn(name: string): Promise<void> {
    await this.current.filter({ hasText: name }).and(this.page.locator(':not([aria-busy=true])')).waitFor();
  }

  /** Opens the switcher by the keyboard alone. */
  async openSwitcher(): Promise<void> {
    await this.current.focus();
    await this.page.keyboard.press('Enter');
    await this.switcher.getByRole('option').first().waitFor();
    await this.switcher.locator(':is([role=listbox], [role=combobox]):focus').waitFor();
  }

  /** Opens the switcher, types the beginning of a name and chooses what it leads to. */
  async switchByKeyboard(typed: string): Promise<void> {
    await this.openSwitcher();
    await this.page.keyboard.type(typed);
    await this.page.keyboard.press('Enter');
  }

  async switchBack(): Promise<void> {
    await this.openSwitcher();
    await this.switcher.locator('[part=back]').click();
  }

  /** Goes to the history and waits for its rows. */
  async openHistory(): Promise<void> {
    await this.list.getByRole('tab').nth(1).click();
    await this.rows.first().waitFor();
  }

  /** Waits for the line above the rows, such as `34 invoices`. */
  async counts(text: string): Promise<void> {
    await this.list.locator('[part=count]:visible, [role=status]:visible').filter({ hasText: text }).first().waitFor();
  }

  async searchHistory(text: string): Promise<void> {
    await this.list.getByRole('searchbox').fill(text);
  }

  async filterByStatus(name: string): Promise<void> {
    await this.list.locator('summary').click();
    await this.list.getByRole('checkbox', { name }).check();
    await this.page.keyboard.press('Escape');
  }

  async sortBy(column: string): Promise<void> {
    await this.list.locator('[data-sort]:visible', { hasText: column }).click();
  }

  /** The row that holds this text. */
  row(text: string): Locator {
    return this.rows.filter({ hasText: text });
  }

  /** Opens the details of the first row by the keyboard alone. @returns its number */
  async openDetails(): Promise<string> {
    const lead = this.rows.first().locator('[data-lead]');
    await lead.focus();
    await this.page.keyboard.press('Enter');
    await this.details.locator('table').first().waitFor();
    return (await lead.innerText()).trim();
  }

  /** Clicks what downloads. @returns name and bytes of the file that came */
  async download(button: Locator): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), button.click()]);
    return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
  }

  /** Whether the page can be scrolled sideways. */
  async scrollsSideways(): Promise<boolean> {
    return await this.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  }
}

async function bytesOf(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
