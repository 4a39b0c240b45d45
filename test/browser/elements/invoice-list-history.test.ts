import { expect } from '@open-wc/testing';
import { INVOICE_STATUSES } from '../../../shared/domain/invoice-status.ts';
import { expectAccessible } from '../../support/a11y.ts';
import { InvoiceListHarness } from '../../support/harnesses/invoice-list.harness.ts';
import { FEW_INVOICES, invoiceRow, manyInvoices, sampleClient } from '../../support/invoice-sample.ts';

/** Whether two boxes share more than an edge. */
function overlap(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
}

describe('<kontor-invoice-list> history', () => {
  let list: InvoiceListHarness;
  const open = (client = sampleClient(), width?: number): Promise<InvoiceListHarness> =>
    (list = new InvoiceListHarness({ client, view: 'history' }, width)).settled();
  afterEach(() => list.leave());

  it('shows every invoice, the latest first, with totals a currency', async () => {
    await open();
    expect(list.column('issued')).to.deep.equal(['20 Nov 2026', '01 Oct 2026', '14 Feb 2026', '01 Aug 2025', '10 Mar 2025']);
    expect(list.column('number')).to.deep.equal(['P-000005', 'R-000004', 'F/77', 'R-000002', 'R-000001']);
    expect(list.column('status')).to.deep.equal(['Pro forma', 'Overdue', 'Paid', 'Paid', 'Paid']);
    expect(list.column('total')[3]).to.equal('EUR −45.50');
    expect(list.totals).to.deep.equal([
      '3 invoices Open (2) CHF 200.09 Total CHF 329.09',
      '2 invoices Total EUR 54.45',
    ]);
    expect(list.count).to.equal('5 invoices');
    await expectAccessible(list.element);
  });

  it('marks what is imported, has the same number or is a credit, and says what that means', async () => {
    await open();
    const marks = [...list.root!.querySelectorAll<HTMLElement>('.mark')];
    expect(marks.map((mark) => mark.textContent)).to.deep.equal(['', '', 'Imported · Same number', 'Credit note', '']);
    expect(marks[2]!.title).to.contain('has no effect on your prepaid balance').and.to.contain('Compare the two');
    expect(marks[0]!.title).to.contain('no legal, tax or accounting value');
  });

  it('tells whole what is cut in the row under the pointer, and in no other', async () => {
    await open();
    const titles = (): string[] => [...list.root!.querySelectorAll<HTMLElement>('.row.opens .subject')].map(({ title }) => title);
    await list.pointAt(3);
    const { subject, seller } = FEW_INVOICES[1]!;
    expect(titles()).to.deep.equal(['', '', '', `${subject} · ${seller}`, '']);
    expect(list.row(3)!.querySelector<HTMLElement>('[data-act=download]')!.title).to.equal('Download PDF of R-000002');
    await list.pointAt(undefined);
    expect(titles()).to.deep.equal(['', '', '', '', '']);
  });

  describe('narrows', () => {
    it('by words in any order, as they are typed', async () => {
      await open();
      await list.counts('1 invoice', () => list.search('oeuvre ZURICH'));
      expect(list.column('number')).to.deep.equal(['F/77']);
      await list.counts('5 invoices', () => list.search(''));
    });

    it('by several states at once', async () => {
      await open();
      await list.counts('1 invoice', () => list.check('overdue'));
      await list.counts('2 invoices', () => list.check('pro-forma'));
      expect(list.text('summary')).to.equal('Status Overdue, Pro forma');
      await list.counts('1 invoice', () => list.check('overdue'));
    });

    it('by year, quarter and days of one’s own', async () => {
      await open();
      await list.counts('2 invoices', () => list.choosePeriod('2025'));
      await list.counts('1 invoice', () => list.choosePeriod('2026-Q1'));
      list.choosePeriod('custom');
      await list.update();
      const [from, to] = list.root!.querySelectorAll<HTMLInputElement>('[type=date]');
      await list.counts('3 invoices', () => {
        for (const [field, value] of [[from!, '2025-08-01'], [to!, '2026-10-01']] as const) {
          field.value = value;
          field.dispatchEvent(new Event('change'));
        }
      });
    });

    it('to nothing, and then says by what and offers the way out', async () => {
      await open();
      list.check('cancelled');
      list.choosePeriod('2026');
      list.search('abc');
      await list.until(() => list.notice);
      const said = [...list.root!.querySelectorAll('.notice > *')].map((part) => part.textContent!.trim());
      expect(said).to.deep.equal([
        'No invoice matches these filters:', 'Search: abc', 'Status: Cancelled', 'Period: 2026', 'Clear filters',
      ]);
      await expectAccessible(list.element);
      await list.counts('5 invoices', () => list.press('.notice button'));
      expect(list.root!.querySelector<HTMLInputElement>('[type=search]')!.value).to.equal('');
    });

    it('where there never was an invoice, it says so', async () => {
      await open(sampleClient({ invoices: [] }));
      expect(list.notice).to.equal('There are no invoices yet. They appear here as soon as there is one.');
      await expectAccessible(list.element);
    });
  });

  it('closes the menu of states with Escape and when it is left', async () => {
    await open();
    const menu = list.root!.querySelector('details')!;
    menu.querySelector('summary')!.focus();
    await list.keys('Enter');
    expect(menu.open).to.equal(true);
    await expectAccessible(list.element);
    await list.keys('Tab', 'Space');
    await list.until(() => list.count === '1 invoice');
    await list.keys('Escape');
    expect(menu.open).to.equal(false);
    expect(list.root!.activeElement).to.equal(menu.querySelector('summary'));
    await list.keys('Enter', 'Shift+Tab');
    expect(menu.open).to.equal(false);
  });

  it('sorts by every column, turns round, and tells assistive technology', async () => {
    await open();
    expect(list.root!.querySelector('.issued')!.getAttribute('aria-sort')).to.equal('descending');
    const first: Record<string, string> = { issued: 'R-000001', number: 'F/77', subject: 'F/77', due: 'R-000004', status: 'R-000004' };
    for (const [key, number] of Object.entries(first)) {
      expect(await list.sortBy(key), key).to.equal(`${key} ascending`);
      expect(list.column('number')[0], key).to.equal(number);
    }
    expect(await list.sortBy('total')).to.equal('total ascending');
    expect(list.column('total')[0]).to.equal('CHF 100.04');
    expect(await list.sortBy('total')).to.equal('total descending');
    expect(list.column('total')[0]).to.equal('EUR 99.95');
  });

  describe('with very many rows', () => {
    const many = sampleClient({ invoices: manyInvoices(100_000) });

    it('draws those in view and counts all', async () => {
      await open(many);
      const grid = list.root!.querySelector('[role=grid]')!;
      expect(grid.getAttribute('aria-rowcount')).to.equal('100001');
      expect(list.root!.querySelectorAll('.block > .row').length).to.be.below(30);
      expect(list.row(0)!.getAttribute('aria-rowindex')).to.equal('2');
    });

    it('jumps anywhere, with placeholders but never a wrong row until the right ones are there', async () => {
      const waiting: (() => void)[] = [];
      let slow = false;
      const client = sampleClient({
        invoices: manyInvoices(100_000),
        latency: () => (slow ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
      });
      await open(client);
      await list.sortBy('number');
      slow = true;
      list.scrollTo(70_000);
      await list.until(() => list.row(70_005));
      expect(list.row(70_005)!.textContent!.trim()).to.equal('');
      expect(list.row(70_005)!.querySelector('button')!.getAttribute('aria-label')).to.equal('Loading');
      slow = false;
      for (const release of waiting) release();
      await list.settled();
      expect(list.text('[data-index="70005"] .number')).to.equal('R-070005');
      list.scrollTo(99_999);
      await list.until(() => list.text('[data-index="99999"] .number') === 'R-099999');
    });

    it('goes by keys: one tab stop, arrows, pages, both ends', async () => {
      await open(many);
      await list.sortBy('number');
      list.root!.querySelector<HTMLElement>('[data-sort=total]')!.focus();
      await list.keys('Tab');
      expect(list.focusedRow).to.equal(0);
      await list.keys('ArrowDown', 'ArrowDown', 'ArrowUp');
      expect(list.focusedRow).to.equal(1);
      await list.keys('End');
      await list.until(() => list.focusedRow === 99_999);
      await list.keys('PageUp');
      await list.until(() => list.focusedRow < 99_999 && list.focusedRow > 99_970);
      await list.keys('Home');
      await list.until(() => list.focusedRow === 0);
      expect(list.root!.querySelectorAll('.block [data-lead][tabindex="0"]').length).to.equal(1);
      const box = list.root!.querySelector('.scroller')!.getBoundingClientRect();
      const row = list.row(0)!.getBoundingClientRect();
      expect(row.top).to.be.at.least(box.top);
    });

    it('keeps the focus with its row while it is scrolled out and back', async () => {
      await open(many);
      list.row(2)!.querySelector('button')!.focus();
      list.scrollTo(500);
      await list.until(() => list.row(500) && list.focusedRow === -1);
      await list.keys('ArrowDown');
      await list.until(() => list.focusedRow === 3);
    });

    it('begins at the top after another filter or order', async () => {
      await open(many);
      list.scrollTo(5000);
      await list.until(() => list.row(5000));
      await list.counts('1 invoice', () => list.search('R-012345'));
      expect(list.column('number')).to.deep.equal(['R-012345']);
      await list.counts('100,000 invoices', () => list.search(''));
      expect(list.root!.querySelector('.scroller')!.scrollTop).to.equal(0);
    });
  });

  for (const width of [320, 760, 1100]) {
    it(`says the state of every invoice, inside its row and over nothing else, ${width} pixels wide`, async () => {
      const invoices = INVOICE_STATUSES.map((status, index) => invoiceRow(index, { status, total: { amount: 123_456_78, currency: 'CHF' } }));
      await open(sampleClient({ invoices }), width);
      await list.until(() => list.column('status').length === invoices.length);
      for (const row of list.root!.querySelectorAll('.block > .row')) {
        const cells = [...row.children].filter((cell) => cell.getClientRects().length > 0);
        expect(cells.map((cell) => cell.className.split(' ')[0])).to.include('status');
        for (const cell of cells) {
          const [inner, outer] = [cell.getBoundingClientRect(), row.getBoundingClientRect()];
          expect(inner.left >= outer.left && inner.right <= outer.right, cell.className).to.equal(true);
          expect(cells.some((other) => other !== cell && overlap(inner, other.getBoundingClientRect())), cell.className).to.equal(false);
        }
      }
    });
  }

  it('has two lines a row and a choice of order where it is narrow', async () => {
    await open(sampleClient({ invoices: manyInvoices(1000) }), 320);
    await list.until(() => list.row(0)?.getBoundingClientRect().height === 60);
    expect(list.element.scrollWidth).to.be.at.most(320);
    expect(getComputedStyle(list.root!.querySelector('.head')!).display).to.equal('none');
    const select = list.root!.querySelector<HTMLSelectElement>('.sort-select select')!;
    select.value = 'number';
    select.dispatchEvent(new Event('change'));
    await list.until(() => list.column('number')[0] === 'R-000999');
    list.press('.sort-select button');
    await list.until(() => list.column('number')[0] === 'R-000000');
    list.scrollTo(900);
    await list.until(() => list.text('[data-index="900"] .number') === 'R-000900');
    const box = list.root!.querySelector('.scroller')!.getBoundingClientRect();
    expect(Math.abs(list.row(900)!.getBoundingClientRect().top - box.top)).to.be.below(1);
    await expectAccessible(list.element);
  });
});
