import { define } from '../../base/define.ts';
import { KontorPromoCode } from './promo-code.ts';

define('kontor-promo-code', KontorPromoCode);
