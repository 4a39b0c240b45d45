import { define } from '../../base/define.ts';
import { KontorOrgSwitcher } from './org-switcher.ts';

define('kontor-org-switcher', KontorOrgSwitcher);
