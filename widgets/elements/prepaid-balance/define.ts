import { define } from '../../base/define.ts';
import { KontorPrepaidBalance } from './prepaid-balance.ts';

define('kontor-prepaid-balance', KontorPrepaidBalance);
