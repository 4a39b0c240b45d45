import { define } from '../../base/define.ts';
import { KontorInternalInvoiceHistory } from './history.ts';
import { KontorInternalInvoiceDetails } from './invoice-details.ts';

define('kontor-internal-invoice-history', KontorInternalInvoiceHistory);
define('kontor-internal-invoice-details', KontorInternalInvoiceDetails);
