import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/a11y.ts';
import { PrepaidBalanceHarness, type PrepaidBalanceSetting } from '../../support/harnesses/prepaid-balance.harness.ts';
import { chf, manyMovements, prepaidBalance, PrepaidDouble } from '../../support/prepaid-sample.ts';

describe('<kontor-prepaid-balance> movements', () => {
  let page: PrepaidBalanceHarness;
  const open = async (double: PrepaidDouble, setting: PrepaidBalanceSetting = {}, width?: number): Promise<void> => {
    page = await new PrepaidBalanceHarness({ client: double.client, ...setting }, width).settled();
  };
  afterEach(() => page.leave());

  const rows = (): string[] => page.texts('[part=row]', page.movements);
  const buttons = (): string[] => page.texts('button', page.movements);

  it('are asked for when they are opened, newest first, each with cause, document and balance', async () => {
    const double = new PrepaidDouble();
    await open(double);
    expect(double.calls.filter((call) => call.startsWith('movements'))).to.deep.equal([]);
    await page.showMovements();
    expect(page.element.open).to.equal(true);
    expect(rows().slice(0, 2)).to.deep.equal([
      '22 Nov 2026 Payment R-0 CHF −19.90 CHF 1,234.50',
      '22 Nov 2026 Top-up CHF +50.00 CHF 1,234.49',
    ]);
    expect(page.texts('th', page.movements)).to.deep.equal(['Date', 'What for', 'Amount', 'Balance']);
    expect(page.root!.querySelector('.disclose')!.getAttribute('aria-expanded')).to.equal('true');
    await expectAccessible(page.element);
    page.press('.disclose');
    await page.until(() => !page.element.open);
  });

  it('come page by page, and say how many are left', async () => {
    const double = new PrepaidDouble();
    await open(double, { open: true });
    await page.until(() => rows().length === 10);
    expect(buttons().at(-1)).to.equal('Show more (13 earlier)');
    page.press('[part=more]', page.movements);
    await page.until(() => rows().length === 20);
    page.press('[part=more]', page.movements);
    await page.until(() => rows().length === 23);
    expect(page.movements!.querySelector('[part=more]')).to.equal(null);
    expect(double.calls.filter((call) => call.startsWith('movements'))).to.deep.equal(['movements 0+10', 'movements 10+10', 'movements 20+10']);
  });

  it('follow the balance, as many as are shown, and none twice', async () => {
    const double = new PrepaidDouble({ movements: manyMovements(40) });
    await open(double, { open: true });
    await page.until(() => rows().length === 10);
    // Two have come in between: the next page begins with two that are known.
    const newer = manyMovements(2);
    for (const row of newer) row.id = `${row.id.slice(0, -1)}x`;
    double.movements = [...newer, ...double.movements];
    page.press('[part=more]', page.movements);
    await page.until(() => rows().length === 18);
    double.balance = prepaidBalance({ available: chf(1), asOf: '2026-11-22T10:00:00Z' });
    page.element.refresh();
    await page.until(() => double.calls.at(-1) === 'movements 0+18');
    await page.until(() => rows().length === 18);
  });

  it('tell the page which invoice is wanted', async () => {
    await open(new PrepaidDouble(), { open: true });
    await page.until(() => rows().length);
    page.press('.link', page.movements);
    expect(page.told.at(-1)).to.equal('kontor-invoice-show {"invoice":"0190dd00-0000-7000-8000-000000001000","number":"R-0"}');
    expect(page.movements!.querySelector('.link')!.getAttribute('aria-label')).to.equal('Show invoice R-0');
  });

  it('have numbers but no way to the invoice where the session shows none', async () => {
    await open(new PrepaidDouble({ features: ['prepaid:read'] }), { open: true });
    await page.until(() => rows()[0]?.includes('R-0'));
    expect(page.movements!.querySelector('.link')).to.equal(null);
  });

  it('say that there are none yet', async () => {
    await open(new PrepaidDouble({ movements: [] }));
    await page.showMovements();
    expect(page.text('[part=empty]', page.movements)).to.contain('There are no movements yet.');
    await expectAccessible(page.element);
  });

  it('say what failed, and try again', async () => {
    const double = new PrepaidDouble();
    await open(double);
    double.failure = 'KONTOR_CLIENT_UNREACHABLE';
    await page.showMovements();
    expect(page.text('.notice', page.movements)).to.contain('The server cannot be reached');
    await expectAccessible(page.element);
    double.failure = undefined;
    page.press('[part=retry]', page.movements);
    await page.until(() => rows().length === 10);
    double.failure = 'KONTOR_RATE_LIMITED';
    page.press('[part=more]', page.movements);
    await page.until(() => page.text('.failed', page.movements));
    expect(rows().length).to.equal(10);
    expect(buttons().at(-1)).to.equal('Try again');
    double.failure = undefined;
    page.press('[part=more]', page.movements);
    await page.until(() => rows().length === 20);
    expect(page.text('.failed', page.movements)).to.equal('');
  });

  it('stand in two lines each in a narrow place, and keep their roles', async () => {
    await open(new PrepaidDouble(), { open: true, compact: true, locale: 'de' }, 320);
    await page.until(() => rows()[0]?.includes('Zahlung'));
    const row = page.movements!.querySelector('tbody tr')!;
    const [day, cause] = [row.querySelector('.day')!, row.querySelector('.cause')!].map((cell) => cell.getBoundingClientRect());
    expect(day!.top).to.be.at.least(cause!.bottom - 4);
    expect(page.page.scrollWidth).to.be.at.most(320);
    expect([...row.children].every((cell) => cell.getAttribute('role') === 'cell')).to.equal(true);
    await expectAccessible(page.element);
  });
});
