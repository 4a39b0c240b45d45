import { expect } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import { expectAccessible } from '../support/a11y.ts';

class DecoratedProbe extends LitElement {
  @property({ type: Number }) amount = 1;
  @state() private note = 'first';

  mark(note: string): void {
    this.note = note;
  }

  override render(): unknown {
    return html`<output>${this.amount} ${this.note}</output>`;
  }
}
customElements.define('decorated-probe', DecoratedProbe);

describe('decorators, as tsconfig.json sets them', () => {
  let probe: DecoratedProbe;

  beforeEach(async () => {
    probe = new DecoratedProbe();
    document.body.append(probe);
    await probe.updateComplete;
  });
  afterEach(() => probe.remove());

  const shown = (): string | undefined => probe.shadowRoot?.textContent?.trim();

  it('a changed property changes the page', async () => {
    expect(shown()).to.equal('1 first');
    probe.amount = 2;
    await probe.updateComplete;
    expect(shown()).to.equal('2 first');
    probe.setAttribute('amount', '3');
    await probe.updateComplete;
    expect(shown()).to.equal('3 first');
  });

  it('a changed state changes the page', async () => {
    probe.mark('second');
    await probe.updateComplete;
    expect(shown()).to.equal('1 second');
  });
});

describe('expectAccessible', () => {
  it('passes a sound element and names the fault of an unsound one', async () => {
    const host = document.createElement('div');
    document.body.append(host);
    const button = document.createElement('button');
    host.attachShadow({ mode: 'open' }).append(button);
    const failure = await expectAccessible(host).then(() => '', (error: unknown) => String(error));
    expect(failure).to.contain('button-name');
    button.textContent = 'Open';
    await expectAccessible(host);
    host.remove();
  });
});
