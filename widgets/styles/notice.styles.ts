import { css } from 'lit';

/** Empty and error states, and the plain button in them. */
export const notice = css`
  .notice {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: calc(2 * var(--_space));
    padding: calc(6 * var(--_space)) calc(4 * var(--_space));
    text-align: center;
    color: var(--_text-muted);
  }
  .notice p {
    margin: 0;
    max-inline-size: 52ch;
    text-wrap: balance;
  }
  .notice .reference {
    font: var(--_size-small) var(--_font-mono);
  }
  button.secondary {
    min-block-size: var(--_target);
    padding-inline: calc(4 * var(--_space));
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    cursor: pointer;
  }
  button.secondary:hover {
    background: var(--_surface-hover);
  }
`;
