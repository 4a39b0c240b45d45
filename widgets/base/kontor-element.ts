import { ContextConsumer } from '@lit/context';
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { KontorClient } from '../../shared/client/kontor-client.ts';
import { clientContext } from '../contexts/client-context.ts';

/**
 * What all elements of the kit share: where their client comes from, and how they tell the page
 * what happens. An element fetches nothing by itself.
 */
export abstract class KontorElement extends LitElement {
  /**
   * Takes the place of the session's client, for a page that has a client of its own. Undefined: the
   * nearest `<kontor-session>` provides it.
   */
  @property({ attribute: false }) client: KontorClient | undefined;

  /**
   * BCP 47 tag for texts, numbers and dates (`de-CH`). Undefined: the session's, else the `lang` of the
   * page.
   */
  @property() locale: string | undefined;

  #provided = new ContextConsumer(this, { context: clientContext, subscribe: true });

  /** The client that counts now. */
  protected get activeClient(): KontorClient | undefined {
    return this.client ?? this.#provided.value;
  }

  /**
   * Tells the page. The event bubbles and crosses shadow roots.
   * @returns false where the page cancelled a cancelable one
   */
  protected emit<D>(name: `kontor-${string}`, detail: D, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
  }
}
