import { MemoryOrganisations } from '../../../shared/client/memory/memory-organisations.ts';
import '../../../widgets/elements/org-switcher/define.ts';
import { benchClient, benchSession } from './bench-client.ts';
import { organisations } from './main.ts';
import { deep, remembered, type Subject } from './subject.ts';

const session = benchSession();

export const subject: Subject = {
  async mount(host) {
    const element = document.createElement('kontor-org-switcher');
    const answers = new MemoryOrganisations({ rows: organisations() });
    element.client = benchClient(session, { organisations: async (query) => answers.organisations(query) });
    host.append(element);
    await element.updateComplete;
  },
  // There is none while it is closed.
  list: remembered('[part~="list"]'),
  mounted: () => ({ text: session.organisation.name, within: deep('[part~="trigger"]') }),
  target: (name) => deep(name === 'trigger' ? '[part~="trigger"]' : 'input'),
  rowHeight: () => deep('[part~="option"]').getBoundingClientRect().height,
};
