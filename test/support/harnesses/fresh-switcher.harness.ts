import { MemoryClient } from '../../../shared/client/memory/memory-client.ts';
import type { OrganisationRow } from '../../../shared/contract/organisation.ts';
import type { KontorOrgSwitcher } from '../../../widgets/elements/org-switcher/org-switcher.ts';
import { sessionIn } from '../organisation-rows.ts';
import { FreshElementHarness } from './fresh-element.harness.ts';

/** A switcher whose menu has not been fetched. */
export class FreshSwitcher extends FreshElementHarness<KontorOrgSwitcher> {
  /** Lets the question be answered how many organisations there are. */
  answerCount = (): void => {};

  constructor() {
    super('org-switcher', 'organisation-menu.ts');
  }

  /** Shows the closed switcher. */
  async show(rows: readonly OrganisationRow[]): Promise<this> {
    await this.load(600);
    this.element.client = this.#clientOf(rows);
    await this.sees(() => this.find('button.trigger'));
    return this;
  }

  #clientOf(rows: readonly OrganisationRow[]): MemoryClient {
    const client = new MemoryClient({ session: sessionIn(rows[0] as OrganisationRow), organisations: rows });
    const answer = client.organisations.bind(client);
    const counted = new Promise<void>((resolve) => (this.answerCount = resolve));
    client.organisations = async (query, options) => {
      if (query.limit === 1) await counted;
      return answer(query, options);
    };
    return client;
  }

  get button(): HTMLButtonElement {
    return this.find('button.trigger') as HTMLButtonElement;
  }

  get search(): HTMLInputElement {
    return this.find('input') as HTMLInputElement;
  }

  get panelHeight(): number | undefined {
    return this.find('.panel')?.getBoundingClientRect().height;
  }

  get alert(): string {
    return this.find('[role="alert"]')?.textContent ?? '';
  }

  type(text: string): void {
    this.search.value = text;
    this.search.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  press(key: string): void {
    this.focused?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true }));
  }
}
