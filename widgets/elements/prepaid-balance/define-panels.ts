import { define } from '../../base/define.ts';
import { KontorInternalPrepaidMovements } from './movements.ts';
import { KontorInternalTopUp } from './top-up.ts';

define('kontor-internal-prepaid-movements', KontorInternalPrepaidMovements);
define('kontor-internal-top-up', KontorInternalTopUp);
