import { define } from '../../base/define.ts';
import { KontorInternalPrepaidMovements } from './movements.ts';

define('kontor-internal-prepaid-movements', KontorInternalPrepaidMovements);
