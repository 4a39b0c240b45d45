import { css } from 'lit';

export const signInForm = css`
  :host {
    display: grid;
    overflow: auto;
  }
  .welcome {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: calc(3 * var(--_space));
    padding: calc(8 * var(--_space));
    text-align: center;
  }
  h1,
  p {
    margin: 0;
  }
  h1 {
    font-size: var(--_size-title);
    font-weight: var(--_weight-strong);
    line-height: 1.25;
  }
  .lead {
    max-inline-size: 36ch;
    color: var(--_text-muted);
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  form {
    display: grid;
    gap: calc(2 * var(--_space));
    inline-size: 100%;
    margin-block-start: calc(5 * var(--_space));
    text-align: start;
  }
  label {
    font-weight: var(--_weight-strong);
  }
  input {
    inline-size: 100%;
    block-size: var(--_target);
    padding-inline: calc(3 * var(--_space));
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  input[aria-invalid='true'] {
    border-color: var(--_danger);
  }
  /* Room for two lines, so that nothing moves when it says more. */
  .hint {
    min-block-size: 2.25rem;
    font-size: var(--_size-small);
    color: var(--_text-muted);
  }
  .hint.invalid {
    color: var(--_danger);
  }
  .hint .icon {
    margin-inline-end: var(--_space);
    vertical-align: -3px;
  }
  .failed {
    display: flex;
    gap: calc(2 * var(--_space));
    margin-block-end: calc(2 * var(--_space));
    padding: calc(3 * var(--_space));
    border-radius: var(--_radius);
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .failed .icon {
    margin-block-start: 2px;
  }
  button {
    min-block-size: var(--_target);
    padding-inline: calc(6 * var(--_space));
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    cursor: pointer;
  }
  button:hover {
    background: var(--_surface-hover);
  }
  .primary {
    border-color: transparent;
    background: var(--_accent);
    color: light-dark(#fff, #10151a);
    font-weight: var(--_weight-strong);
  }
  .primary:hover {
    background: var(--_accent-strong);
  }
  .open {
    display: grid;
    justify-items: center;
    gap: calc(2 * var(--_space));
    margin-block: calc(5 * var(--_space)) calc(3 * var(--_space));
  }
  .spinner {
    inline-size: 24px;
    block-size: 24px;
    margin-block-end: calc(2 * var(--_space));
  }
  @media (forced-colors: active) {
    .primary,
    .failed {
      border: 1px solid;
    }
  }
`;
