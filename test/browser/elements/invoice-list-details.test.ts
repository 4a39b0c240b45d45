import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/a11y.ts';
import { InvoiceListHarness } from '../../support/harnesses/invoice-list.harness.ts';
import { FEW_INVOICES, invoiceDetail, sampleClient, TODAY, toPayRow } from '../../support/invoice-sample.ts';
import { wordsOf } from '../../support/words-of.ts';

const [first, , imported] = FEW_INVOICES;

/** Keeps the browser from saving, and notes what it was to save. */
function catchDownloads(): { saved: string[]; restore: () => void } {
  const saved: string[] = [];
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement): void {
    saved.push(`${this.download} ${this.protocol}`);
  };
  return { saved, restore: () => void (HTMLAnchorElement.prototype.click = click) };
}

describe('<kontor-invoice-list> details and documents', () => {
  let list: InvoiceListHarness;
  let downloads: ReturnType<typeof catchDownloads>;
  const open = (client = sampleClient()): Promise<InvoiceListHarness> =>
    (list = new InvoiceListHarness({ client, view: 'history' })).settled();
  const shown = (): Promise<Element> => list.until(() => list.details?.querySelector('.parties'));

  beforeEach(() => {
    downloads = catchDownloads();
  });
  afterEach(() => {
    downloads.restore();
    list.leave();
  });

  it('shows a document in full', async () => {
    await open();
    await list.open(4);
    await shown();
    expect(list.dialog?.matches(':modal')).to.equal(true);
    expect(list.text('h2', list.details)).to.equal('R-000001');
    const course = [...list.details!.querySelectorAll('.course li')].map(wordsOf);
    expect(course).to.deep.equal(['Pro forma 02 Jan 2026 P-000001', 'Payment 20 Jan 2026', 'Invoice –']);
    const cells = [...list.details!.querySelectorAll('.lines tbody tr')].map((line) =>
      [...line.children].map(wordsOf).join(' | '),
    );
    expect(cells).to.deep.equal([
      'Web hostingJanuary to December | 12 months | 10.0125 | 8.1 % | 120.15',
      'Domain name | 1.5 | 10.00 | 8.1 % | 15.00',
    ]);
    expect(list.text('.sums', list.details)).to.equal('Net135.15 VAT 8.1 % on 135.1510.95 Gross146.10 Amount payable146.10');
    expect(list.text('.parties', list.details)).to.contain('Wolkenschloss Hosting AG').and.to.contain('VAT no. CHE-000.000.000 MWST');
    await expectAccessible(list.element);
  });

  it('explains an imported file with a number that is there twice', async () => {
    await open();
    await list.open(2);
    await shown();
    const remarks = [...list.details!.querySelectorAll('.remark')].map((remark) => remark.textContent!.slice(0, 36));
    expect(remarks).to.deep.equal(['This invoice comes from an imported ', 'Another invoice from this seller has']);
  });

  it('gives the focus back to the row on Escape', async () => {
    await open();
    await list.open(3);
    await shown();
    await list.keys('Escape');
    await list.until(() => !list.dialog);
    expect(list.focusedRow).to.equal(3);
    await list.keys('Enter');
    await list.until(() => list.dialog);
    list.press('header button', list.details);
    await list.until(() => list.focusedRow === 3);
  });

  it('closes by a click beside the panel, not by the second click of the one that opened it', async () => {
    await open();
    await list.open(3);
    await shown();
    const beside = (detail: number): boolean => list.dialog!.dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
    beside(2);
    expect(list.dialog).not.to.equal(null);
    beside(1);
    await list.until(() => !list.dialog);
  });

  it('asks the page first, which may show the invoice itself', async () => {
    await open();
    list.element.addEventListener('kontor-invoice-select', (event) => event.preventDefault(), { once: true });
    await list.open(4);
    expect(list.dialog).to.equal(null);
    await list.open(4);
    expect(list.dialog).not.to.equal(null);
    const told = list.told.filter((event) => event.startsWith('kontor-invoice-select'));
    expect(told).to.deep.equal(Array.from({ length: 2 }, () => `kontor-invoice-select {"invoice":"${first!.id}","number":"R-000001"}`));
  });

  it('opens by a click anywhere in the row, unless a text of it has just been marked', async () => {
    await open();
    const cell = list.row(4)!.querySelector<HTMLElement>('.what')!;
    getSelection()!.selectAllChildren(document.body);
    cell.click();
    await list.update();
    expect(list.dialog).to.equal(null);
    getSelection()!.removeAllRanges();
    cell.click();
    await shown();
    expect(list.text('h2', list.details)).to.equal('R-000001');
    list.press('header button', list.details);
    await list.until(() => list.focusedRow === 4);
  });

  it('shows an invoice that the page names, whichever view is open', async () => {
    await open();
    await list.show('to-pay');
    list.element.show({ invoice: first!.id, number: 'R-000001' });
    await list.update();
    await shown();
    expect(list.dialog?.matches(':modal')).to.equal(true);
    expect(list.text('h2', list.details)).to.equal('R-000001');
    expect(list.told.filter((event) => event.startsWith('kontor-invoice-select'))).to.deep.equal([]);
  });

  it('opens from what is to pay too, but no renewal', async () => {
    const renewal = toPayRow(9, TODAY, { kind: 'renewal', number: null, autoRenew: true, productKind: 'kdrive' });
    const client = sampleClient({ toPay: [{ ...toPayRow(1, TODAY), id: first!.id, number: first!.number }, renewal] });
    await open(client);
    await list.show('to-pay');
    expect(list.root!.querySelectorAll('[data-act=open]').length).to.equal(1);
    await list.open(0);
    await shown();
    expect(list.text('h2', list.details)).to.equal('R-000001');
  });

  it('says what failed in the panel, and tries again', async () => {
    let broken = true;
    const client = sampleClient({
      invoiceDetails: (row) => (broken ? undefined : invoiceDetail(row)),
    });
    await open(client);
    await list.open(4);
    await list.until(() => list.text('.notice', list.details).startsWith('This no longer exists'));
    await expectAccessible(list.element);
    broken = false;
    list.press('[part=retry]', list.details);
    await shown();
  });

  it('closes when the organisation changes', async () => {
    await open();
    await list.open(4);
    list.element.client = sampleClient();
    await list.until(() => !list.dialog);
  });

  describe('downloads', () => {
    const fact = `{"invoice":"${first!.id}","number":"R-000001","document":"pdf"`;

    it('the document of a row, with a request before and a fact after', async () => {
      await open();
      list.press('[data-index="4"] [data-act=download]');
      await list.until(() => list.told.some((event) => event.startsWith('kontor-invoice-downloaded')));
      expect(list.told.slice(1)).to.deep.equal([
        `kontor-invoice-download ${fact}}`,
        `kontor-invoice-downloaded ${fact},"name":"R-000001.pdf"}`,
      ]);
      expect(downloads.saved).to.deep.equal(['R-000001.pdf blob:']);
    });

    it('offers a pro forma too, none where there is none, and the original where that is it', async () => {
      await open(sampleClient({ invoices: FEW_INVOICES.map((row, index) => (index === 3 ? { ...row, documents: [] } : row)) }));
      const buttons = [...list.root!.querySelectorAll<HTMLElement>('[data-act=download]')];
      expect(buttons.map((button) => button.hidden)).to.deep.equal([false, true, false, false, false]);
      expect(buttons[0]!.ariaLabel).to.equal('Download PDF of P-000005');
      expect(buttons[2]!.ariaLabel).to.equal('Download Original file of F/77');
      await list.open(2);
      await shown();
      list.press('.downloads button', list.details);
      await list.until(() => downloads.saved.length);
      expect(list.told.at(-1)).to.contain(`"invoice":"${imported!.id}"`).and.to.contain('"document":"original"');
    });

    it('a PDF in the language of the element', async () => {
      const client = sampleClient();
      const asked: unknown[] = [];
      const answer = client.invoiceDocument.bind(client);
      client.invoiceDocument = (id, document, options) => {
        asked.push((options as { language?: string }).language);
        return answer(id, document, options);
      };
      await open(client);
      list.element.locale = 'fr-CH';
      await list.until(() => list.text('[role=tab]', list.element.shadowRoot).startsWith('À payer'));
      list.press('[data-index="4"] [data-act=download]');
      await list.until(() => downloads.saved.length);
      expect(asked).to.deep.equal(['fr']);
    });

    it('leaves it to the page where it says so', async () => {
      await open();
      list.element.addEventListener('kontor-invoice-download', (event) => event.preventDefault());
      list.press('[data-index="4"] [data-act=download]');
      await list.update();
      expect(downloads.saved).to.deep.equal([]);
      expect(list.root!.querySelector('[data-act=download][aria-busy=true]')).to.equal(null);
    });

    it('shows that it is on its way, and why it failed', async () => {
      let release = (): void => {};
      let slow = false;
      const client = sampleClient({ latency: () => (slow ? new Promise((resolve) => (release = resolve)) : Promise.resolve()) });
      await open(client);
      slow = true;
      list.press('[data-index="4"] [data-act=download]');
      await list.until(() => list.root!.querySelector('[data-index="4"] [aria-busy=true]'));
      client.fail('KONTOR_CLIENT_OFFLINE');
      release();
      await list.until(() => list.text('.failed'));
      expect(list.text('.failed')).to.contain('The document of R-000001 could not be downloaded. You are offline.');
      await expectAccessible(list.element);
    });
  });
});
