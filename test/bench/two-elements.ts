/** What a partner's own bundle takes of the kit for two elements. */
import '../../widgets/elements/session/define.ts';
import '../../widgets/elements/org-switcher/define.ts';
import '../../widgets/elements/invoice-list/define.ts';
