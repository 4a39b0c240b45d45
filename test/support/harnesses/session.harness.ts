import { ContextConsumer } from '@lit/context';
import { html } from 'lit';
import '../../../widgets/elements/session/define.ts';
import type { KontorClient } from '../../../shared/client/kontor-client.ts';
import { KontorElement } from '../../../widgets/base/kontor-element.ts';
import { type SessionControl, sessionContext } from '../../../widgets/contexts/session-context.ts';
import { TermsController } from '../../../widgets/controllers/terms-controller.ts';
import type { KontorSession } from '../../../widgets/elements/session/session.ts';
import english from '../../../widgets/elements/org-switcher/terms/en.ts';

const EVENTS = [
  'kontor-session-started', 'kontor-session-failed', 'kontor-organisation-switch', 'kontor-organisation-switched',
];

/** Stands for any element of a page: shows what the session around it provides. */
class SessionProbe extends KontorElement {
  /** Settles with the next render. */
  rendered = Promise.withResolvers<void>();
  #terms = new TermsController(this, 'org-switcher', english);
  #session = new ContextConsumer(this, { context: sessionContext, subscribe: true });

  get provided(): KontorClient | undefined {
    return this.activeClient;
  }

  get control(): SessionControl {
    if (!this.#session.value) throw new Error('No session around the probe.');
    return this.#session.value;
  }

  protected override updated(): void {
    this.rendered.resolve();
    this.rendered = Promise.withResolvers<void>();
  }

  protected override render(): unknown {
    const error = this.control.error ? ` ${this.control.error.code}` : '';
    const place = this.provided?.session.organisation.name ?? 'nowhere';
    return html`${this.control.status} ${place}${error} | ${this.#terms.terms?.problem.retry}`;
  }
}
customElements.define('test-session-probe', SessionProbe);

export interface SessionSetting extends Partial<Pick<KontorSession, 'gateway' | 'organisation' | 'locale' | 'theme' | 'fetchToken'>> {}

/** A page with one session and one element in it, spoken to as a page or a person would. */
export class SessionHarness {
  readonly session: KontorSession = document.createElement('kontor-session');
  readonly probe = new SessionProbe();
  /** Events in order, `name detail`. */
  readonly told: string[] = [];

  constructor(setting: SessionSetting = {}) {
    Object.assign(this.session, { gateway: 'https://gateway.test', ...setting });
    this.session.append(this.probe);
    for (const name of EVENTS) {
      this.session.addEventListener(name, (event) => this.told.push(`${name} ${JSON.stringify((event as CustomEvent).detail)}`));
    }
    document.body.append(this.session);
  }

  /** What an element inside sees: state, organisation, error | its words. */
  get seen(): string {
    return this.probe.shadowRoot?.textContent?.trim() ?? '';
  }

  /** Waits until an element inside shows this. */
  async sees(part: string): Promise<void> {
    while (!this.seen.includes(part)) await this.probe.rendered.promise;
  }

  /** A person chooses another organisation in some element. */
  choose(organisation: string, name = 'another'): Promise<boolean> {
    return this.probe.control.switchTo(organisation, name);
  }

  /** A person presses "Try again" in some element. */
  retry(): void {
    this.probe.control.retry();
  }

  /** The page has something unsaved. */
  refuseSwitches(): void {
    this.session.addEventListener('kontor-organisation-switch', (event) => event.preventDefault());
  }

  /** The page takes the session away. @returns when it has noticed */
  async leave(): Promise<void> {
    this.session.remove();
    await Promise.resolve();
  }
}
