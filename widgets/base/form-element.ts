import { property, state } from 'lit/decorators.js';
import { KontorElement } from './kontor-element.ts';

/** An element that a form counts among its fields: what it sends, whether it may, and how it is switched off. */
export abstract class FormElement extends KontorElement {
  static readonly formAssociated = true;

  /** Under which a form sends the value. */
  @property({ reflect: true }) name = '';
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Switched off by itself or by the form around it. */
  @state() protected off = false;

  #internals = this.attachInternals();
  #value = '';

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get value(): string {
    return this.#value;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  formDisabledCallback(disabled: boolean): void {
    // Comes in the middle of the update that reflects `disabled`, which would lose a change made now.
    queueMicrotask(() => (this.off = disabled));
  }

  /** @param value an empty one is sent as nothing */
  protected setValue(value: string): void {
    if (value === this.#value) return;
    this.#value = value;
    this.#internals.setFormValue(value || null);
  }

  /** @param reason why the form cannot be sent yet; empty where it can */
  protected judge(reason: string, field: HTMLElement | null): void {
    if (reason === this.#internals.validationMessage) return;
    if (reason === '') this.#internals.setValidity({});
    else this.#internals.setValidity({ customError: true }, reason, field ?? this);
  }
}
