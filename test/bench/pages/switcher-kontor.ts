import '../../../widgets/elements/org-switcher/define.ts';
import { MemoryClient } from '../../../widgets/testing.ts';
import { benchSession } from './kontor-session.ts';
import { organisations } from './main.ts';
import { deep, find, type Subject } from './subject.ts';

const session = benchSession();

export const subject: Subject = {
  async mount(host) {
    const element = document.createElement('kontor-org-switcher');
    element.client = new MemoryClient({ session, organisations: organisations() });
    host.append(element);
    await element.updateComplete;
  },
  // There is no list while it is closed.
  listBox: () => find('[part~="list"]')?.getBoundingClientRect() ?? new DOMRect(),
  mounted: () => ({ text: session.organisation.name, box: deep('[part~="trigger"]').getBoundingClientRect() }),
  target: (name) => deep(name === 'trigger' ? '[part~="trigger"]' : 'input'),
  scroller: () => deep('[part~="list"]'),
  rowHeight: () => deep('[part~="option"]').getBoundingClientRect().height,
};
