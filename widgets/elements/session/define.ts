import { define } from '../../base/define.ts';
import { KontorSession } from './session.ts';

define('kontor-session', KontorSession);
