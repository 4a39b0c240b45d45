import { define } from '../../base/define.ts';
import { KontorInvoiceList } from './invoice-list.ts';
import { KontorInternalToPay } from './to-pay.ts';

define('kontor-internal-to-pay', KontorInternalToPay);
define('kontor-invoice-list', KontorInvoiceList);
