import { InvoiceListHarness } from '../../support/harnesses/invoice-list.harness.ts';
import { PrepaidBalanceHarness } from '../../support/harnesses/prepaid-balance.harness.ts';
import { FEW_TO_PAY, invoiceRow, sampleClient, toPayRow } from '../../support/invoice-sample.ts';
import { chf, PrepaidDouble, prepaidBalance } from '../../support/prepaid-sample.ts';
import '../../../widgets/elements/session/define.ts';

describe('<kontor-session> where money moves', () => {
  for (const fact of ['kontor-order-placed', 'kontor-top-up-made']) {
    it(`lets balance and invoices follow ${fact} of an element inside`, async () => {
      const client = sampleClient({ invoices: [invoiceRow(1)] });
      const later = sampleClient({ invoices: [invoiceRow(1), invoiceRow(2)], toPay: [...FEW_TO_PAY, toPayRow(6, '2026-12-01')] });
      const double = new PrepaidDouble();
      const list = new InvoiceListHarness({ client, view: 'history' });
      const balance = new PrepaidBalanceHarness({ client: double.client });
      const session = document.createElement('kontor-session');
      document.body.append(session);
      session.append(list.page, balance.page);
      await list.until(() => list.count === '1 invoice');
      await balance.settled();

      Object.assign(client, { invoices: later.invoices.bind(later), toPay: later.toPay.bind(later) });
      double.balance = prepaidBalance({ available: chf(90_000) });
      balance.element.dispatchEvent(new CustomEvent(fact, { bubbles: true, composed: true }));

      await list.until(() => list.count === '2 invoices');
      await list.show('to-pay');
      await list.until(() => list.count.startsWith('5 items'));
      await balance.until(() => balance.available === 'CHF 900.00');
      session.remove();
    });
  }
});
