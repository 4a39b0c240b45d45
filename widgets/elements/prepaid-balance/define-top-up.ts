import { define } from '../../base/define.ts';
import { KontorInternalTopUp } from './top-up.ts';

define('kontor-internal-top-up', KontorInternalTopUp);
