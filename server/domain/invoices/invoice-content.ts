import type { InvoiceDetail } from '../../../shared/contract/invoice.ts';

/** What column `invoice.content` holds: the document itself, amounts without the sign of the list. */
export type InvoiceContent = Pick<InvoiceDetail, 'seller' | 'buyer' | 'lines' | 'taxes' | 'totals' | 'note' | 'payTo'>;
