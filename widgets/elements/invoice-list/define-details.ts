import { define } from '../../base/define.ts';
import { KontorInternalInvoiceDetails } from './invoice-details.ts';

define('kontor-internal-invoice-details', KontorInternalInvoiceDetails);
