import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright';
import { BANDLEADER, DEMO_PARTNER, WEBMASTER } from '../../server/seed/demo-credentials.ts';
import { GEPPETTO, MUSICIANS, STERNTALER } from '../../server/seed/demo-organisations.ts';
import type { InvoiceWindow } from '../../shared/contract/invoice.ts';
import { formatAmount } from '../../shared/money/format-money.ts';
import { launchBrowser } from '../support/browser.ts';
import { PortalHarness } from '../support/harnesses/portal.harness.ts';
import { ProductClient } from '../support/product-client.ts';
import { type Product, removeFolder, type RunningScript, startProduct, startScript } from '../support/product.ts';

const LANGUAGES = [
  { code: 'de', title: 'Abrechnung', toPay: 'Zu zahlen', history: 'Verlauf', role: 'Inhaber' },
  { code: 'en', title: 'Billing', toPay: 'To pay', history: 'History', role: 'Owner' },
  { code: 'es', title: 'Facturación', toPay: 'Por pagar', history: 'Historial', role: 'Propietario' },
  { code: 'fr', title: 'Facturation', toPay: 'À payer', history: 'Historique', role: 'Propriétaire' },
  { code: 'it', title: 'Fatturazione', toPay: 'Da pagare', history: 'Storico', role: 'Titolare' },
];

let product: Product;
let browser: Browser;
before(async () => {
  product = await startProduct();
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  await product.kill();
  removeFolder(product.folder);
});

/** The webmaster at the portal, in her own organisation, for a test that ends without a complaint of the browser. */
async function atPortal(act: (portal: PortalHarness) => Promise<void>): Promise<void> {
  // A session begins where the person was last.
  await ProductClient.signIn(product, STERNTALER.id);
  const portal = await PortalHarness.signedIn(browser, product, WEBMASTER.email);
  try {
    await act(portal);
    assert.deepEqual(portal.faults, []);
  } finally {
    await portal.leave();
  }
}

/** The status of the gateway's answer to a page that still holds this token. */
async function statusWith(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, origin: product.portal };
  return (await fetch(`${product.gateway}/v1/session`, { headers })).status;
}

/** Runs in the page: notes every place and size that each element was ever drawn at. */
function noteWhereElementsStand(): void {
  const places: Record<string, string[]> = {};
  Object.assign(globalThis, { places });
  const look = (): void => {
    for (const element of document.querySelectorAll('kontor-session :defined')) {
      if (!element.localName.startsWith('kontor-')) continue;
      const { top, height } = element.getBoundingClientRect();
      const place = `${top} + ${height}`;
      const seen = (places[element.localName] ??= []);
      if (!seen.includes(place)) seen.push(place);
    }
    requestAnimationFrame(look);
  };
  look();
}

describe('signing in', () => {
  test('with a wrong password says so, keeps the e-mail, and leads on with the right one', async () => {
    const portal = await PortalHarness.open(browser, product);
    await portal.signIn(WEBMASTER.email, 'counting-horse');
    await portal.page.getByRole('alert').filter({ hasText: 'E-mail or password is wrong.' }).waitFor();
    assert.equal(await portal.page.getByLabel('E-mail').inputValue(), WEBMASTER.email);
    await portal.signIn(WEBMASTER.email);
    await portal.standsIn(STERNTALER.name);
    await portal.current.filter({ hasText: 'Owner' }).waitFor();
    await portal.rows.first().waitFor();
    const { rows, summary } = await (await ProductClient.signIn(product)).read<InvoiceWindow>('/to-pay');
    assert.equal(await portal.rows.count(), rows.length);
    await portal.counts(`${summary?.count} items`);
    await portal.leave();
  });

  test('out again ends the widget session at the gateway', () => atPortal(async (portal) => {
    await portal.rows.first().waitFor();
    const { token = '' } = (await portal.sessions()).at(-1) ?? {};
    assert.equal(await statusWith(token), 200);
    await portal.signOut();
    while ((await statusWith(token)) === 200) await new Promise(setImmediate);
    assert.equal(await statusWith(token), 401);
    await portal.page.goBack();
    await portal.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  }));
});

describe('switching the organisation', () => {
  test('by keyboard moves everything, ends the old session, and there is a way back', () => atPortal(async (portal) => {
    await portal.openHistory();
    const old = (await portal.sessions()).at(-1)?.token ?? '';
    const ended = portal.page.waitForResponse((response) => response.request().method() === 'DELETE');
    await portal.switchByKeyboard('gepp');
    await portal.standsIn(GEPPETTO.name);
    await portal.current.filter({ hasText: 'Admin' }).waitFor();
    const { summary, rows } = await (await ProductClient.signIn(product, GEPPETTO.id)).read<InvoiceWindow>('/invoices');
    await portal.counts(`${summary?.count} invoices`);
    await portal.row(rows[0]?.number ?? rows[0]?.proFormaNumber ?? '').waitFor();
    await portal.totals.filter({ hasText: 'EUR' }).waitFor();
    assert.doesNotMatch(await portal.list.innerText(), /CHF/);
    assert.equal((await ended).status(), 204);
    assert.equal(await statusWith(old), 401);
    await portal.switchBack();
    await portal.standsIn(STERNTALER.name);
    await portal.totals.filter({ hasText: 'CHF' }).waitFor();
    assert.equal((await portal.sessions()).length, 3);
  }));

  test('is left to the page, which may refuse it', () => atPortal(async (portal) => {
    await portal.openHistory();
    const shown = await portal.list.innerText();
    await portal.page.evaluate(() => {
      document.addEventListener('kontor-organisation-switch', (event) => {
        document.title = JSON.stringify((event as CustomEvent).detail);
        event.preventDefault();
      });
    });
    await portal.switchByKeyboard('gepp');
    assert.deepEqual(JSON.parse(await portal.page.title()), { organisation: GEPPETTO.id, name: GEPPETTO.name });
    await portal.standsIn(STERNTALER.name);
    assert.equal(await portal.list.innerText(), shown);
    assert.equal((await portal.sessions()).length, 1);
  }));

  test('to where the billing right is missing says who can help, and asks for no invoice', () => atPortal(async (portal) => {
    await portal.rows.first().waitFor();
    await portal.switchByKeyboard('genossen');
    await portal.standsIn(MUSICIANS.name);
    await portal.list.getByText('You do not have the billing right').waitFor();
    await portal.list.getByText(`${BANDLEADER.givenName} ${BANDLEADER.familyName}`).waitFor();
    const asked = portal.requests.filter((request) => request.includes(MUSICIANS.id));
    assert.deepEqual(asked.filter((request) => /invoices|to-pay/.test(request)), []);
  }));
});

describe('the history', () => {
  test('is filtered, searched, sorted and added up by the gateway', () => atPortal(async (portal) => {
    const client = await ProductClient.signIn(product);
    const seen = async (query: string): Promise<InvoiceWindow> => {
      const wanted = await client.read<InvoiceWindow>(`/invoices${query}`);
      const { count = 0, totals = [] } = wanted.summary ?? {};
      await portal.counts(`${count} invoice${count === 1 ? '' : 's'}`);
      for (const { total, currency } of totals) await portal.totals.filter({ hasText: formatAmount({ amount: total, currency }, 'en-GB') }).waitFor();
      await portal.rows.first().filter({ hasText: wanted.rows[0]?.number ?? wanted.rows[0]?.proFormaNumber ?? '' }).waitFor();
      return wanted;
    };
    await portal.openHistory();
    await seen('');
    await portal.sortBy('Amount');
    await seen('?sort=total');
    const amount = portal.list.locator('[role=columnheader]:visible').filter({ hasText: 'Amount' });
    assert.equal(await amount.getAttribute('aria-sort'), 'ascending');
    await portal.sortBy('Amount');
    await seen('?sort=total&descending=true');
    assert.equal(await amount.getAttribute('aria-sort'), 'descending');
    await portal.searchHistory('ksuite business');
    const found = await seen('?sort=total&descending=true&search=ksuite+business');
    assert.ok(found.rows.every(({ subject }) => subject.includes('kSuite Business')));
    await portal.searchHistory('');
    await portal.filterByStatus('Overdue');
    await seen('?sort=total&descending=true&status=overdue');
    await portal.searchHistory('no such thing');
    await portal.list.getByText('No invoice matches these filters:').waitFor();
    await portal.list.getByRole('button', { name: 'Clear filters' }).first().click();
    await seen('?sort=total&descending=true');
  }));

  test('opens and closes the details of an invoice by keyboard', () => atPortal(async (portal) => {
    await portal.openHistory();
    const number = await portal.openDetails();
    await portal.details.getByRole('heading', { name: number }).waitFor();
    await portal.details.getByText('Goldregenweg 7').waitFor();
    await portal.page.keyboard.press('Escape');
    await portal.details.waitFor({ state: 'hidden' });
    const focused = portal.rows.first().locator('[data-lead]');
    assert.ok(await focused.evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button));
  }));
});

describe('the page', () => {
  test('speaks five languages throughout', () => atPortal(async (portal) => {
    for (const { code, title, toPay, history, role } of LANGUAGES) {
      await portal.chooseLanguage(code);
      await portal.page.getByRole('heading', { level: 1, name: title }).waitFor();
      await portal.list.getByRole('tab', { name: toPay }).waitFor();
      await portal.list.getByRole('tab', { name: history, exact: true }).waitFor();
      await portal.current.filter({ hasText: role }).waitFor();
    }
  }));

  test('is light or dark as chosen, inside the elements too', () => atPortal(async (portal) => {
    await portal.rows.first().waitFor();
    for (const [appearance, dark] of [['dark', true], ['light', false]] as const) {
      await portal.page.locator('#appearance').selectOption(appearance);
      const [text = 0, ground = 0] = await portal.rows.first().evaluate((row) => {
        const lightness = (colour: string): number => {
          const context = new OffscreenCanvas(1, 1).getContext('2d')!;
          context.fillStyle = colour;
          context.fillRect(0, 0, 1, 1);
          return context.getImageData(0, 0, 1, 1).data.slice(0, 3).reduce((sum, part) => sum + part, 0);
        };
        return [lightness(getComputedStyle(row).color), lightness(getComputedStyle(document.body).backgroundColor)];
      });
      assert.equal(text > ground, dark, appearance);
    }
  }));

  test('fits 320 pixels without scrolling sideways, in German and with the longest name', () => atPortal(async (portal) => {
    await portal.page.setViewportSize({ width: 320, height: 700 });
    await portal.chooseLanguage('de');
    await portal.rows.first().waitFor();
    assert.equal(await portal.scrollsSideways(), false, 'to pay');
    await portal.openHistory();
    assert.equal(await portal.scrollsSideways(), false, 'history');
    await portal.openDetails();
    assert.equal(await portal.scrollsSideways(), false, 'details');
    await portal.page.keyboard.press('Escape');
    await portal.openSwitcher();
    assert.equal(await portal.scrollsSideways(), false, 'switcher');
    await portal.page.keyboard.type('genossen');
    await portal.page.keyboard.press('Enter');
    await portal.standsIn(MUSICIANS.name);
    assert.equal(await portal.scrollsSideways(), false, 'longest name');
  }));

  test('does not move while it fills', async () => {
    await ProductClient.signIn(product, STERNTALER.id);
    const portal = await PortalHarness.open(browser, product, {}, noteWhereElementsStand);
    await portal.signIn(WEBMASTER.email);
    await portal.rows.first().waitFor();
    await portal.page.locator('#cart li').first().waitFor();
    await portal.page.locator('kontor-prepaid-balance [part=trend]').waitFor();
    const places = await portal.page.evaluate(() => (globalThis as { places?: Record<string, string[]> }).places);
    assert.deepEqual(Object.values(places ?? {}).map((seen) => seen.length), [1, 1, 1, 1], JSON.stringify(places));
    await portal.leave();
  });

  test('may load the kit twice, whole and in parts', () => atPortal(async (portal) => {
    await portal.rows.first().waitFor();
    await portal.page.evaluate(async () => {
      for (const copy of ['kontor.js?copy', 'session.js', 'org-switcher.js', 'invoice-list.js']) await import(new URL(`/kontor/${copy}`, location.href).href);
    });
    await portal.openHistory();
    await portal.switchByKeyboard('sieben');
    await portal.standsIn('Sieben Zwerge');
  }));

  test('may move the elements about', () => atPortal(async (portal) => {
    await portal.openHistory();
    // What is in view is drawn first, and a moment later four rows beyond: 18 with those.
    await portal.rows.nth(17).waitFor({ state: 'attached' });
    const count = await portal.rows.count();
    await portal.page.evaluate(() => {
      const section = document.createElement('section');
      document.querySelector('kontor-session')?.prepend(section);
      section.append(document.querySelector('kontor-invoice-list')!, document.querySelector('kontor-org-switcher')!);
    });
    await portal.rows.nth(count - 1).waitFor({ state: 'attached' });
    assert.equal(await portal.rows.count(), count);
    await portal.page.evaluate(() => document.body.prepend(document.querySelector('main')!));
    await portal.switchByKeyboard('gepp');
    await portal.standsIn(GEPPETTO.name);
    await portal.totals.filter({ hasText: 'EUR' }).waitFor();
    assert.equal((await portal.sessions()).length, 2);
  }));

  test('sees a changed property of a built element in what it shows', () => atPortal(async (portal) => {
    await portal.rows.first().waitFor();
    const selected = portal.list.locator('[role=tab][aria-selected=true]');
    await selected.filter({ hasText: 'To pay' }).waitFor();
    await portal.list.evaluate((list) => Object.assign(list, { view: 'history' }));
    await selected.filter({ hasText: 'History' }).waitFor();
    await portal.page.locator('kontor-session').evaluate((session) => Object.assign(session, { locale: 'it-CH' }));
    await selected.filter({ hasText: 'Storico' }).waitFor();
  }));
});

describe('a gateway that fails under the page', () => {
  let gateway: RunningScript;
  let backend: RunningScript;
  const startGateway = async (): Promise<void> => {
    gateway = await startScript('server/main.ts', /Kontor gateway on/, { env: product.env });
  };

  before(async () => {
    await ProductClient.signIn(product, STERNTALER.id);
    assert.equal(await product.stop(), 0, product.output());
    await startGateway();
    backend = await startScript('examples/partner-portal/server.ts', /Portal on/, {
      env: { ...product.env, KONTOR_GATEWAY: product.gateway, KONTOR_API_KEY: DEMO_PARTNER.key },
    });
  });
  after(async () => {
    assert.equal(await backend.stop(), 0);
    assert.equal(await gateway.stop(), 0);
  });

  test('is told, and trying again is enough when it is back', async () => {
    const portal = await PortalHarness.signedIn(browser, product);
    await portal.rows.first().waitFor();
    await gateway.kill();
    await portal.list.getByRole('tab', { name: 'History' }).click();
    const problem = portal.list.locator('[role=alert]:visible').filter({ hasText: 'The server cannot be reached at the moment.' });
    await problem.waitFor();
    await startGateway();
    await portal.list.locator('[part=retry]:visible').click();
    await portal.rows.first().waitFor();
    await problem.waitFor({ state: 'detached' });
    assert.equal((await portal.sessions()).length, 1);
    await portal.leave();
  });

  test('does not keep the page from starting later', async () => {
    await gateway.kill();
    const portal = await PortalHarness.open(browser, product);
    await portal.signIn(WEBMASTER.email);
    await portal.switcher.getByRole('alert').waitFor();
    await startGateway();
    await portal.switcher.locator('[part=retry]').click();
    await portal.standsIn(STERNTALER.name);
    await portal.rows.first().waitFor();
    await portal.leave();
  });
});
