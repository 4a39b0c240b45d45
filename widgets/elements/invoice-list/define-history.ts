import { define } from '../../base/define.ts';
import { KontorInternalInvoiceHistory } from './history.ts';

define('kontor-internal-invoice-history', KontorInternalInvoiceHistory);
