import { css } from 'lit';

/** The field with its button, and what is said under it. */
export const codeField = css`
  .entry {
    display: flex;
    align-items: end;
    gap: calc(2 * var(--_space));
  }
  .label {
    flex: 1;
    min-inline-size: 0;
  }
  .field {
    inline-size: 100%;
    block-size: var(--_target);
    padding-inline: calc(3 * var(--_space));
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-family: var(--_font-mono);
  }
  .field[aria-invalid] {
    border-color: var(--_danger);
  }
  .under {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 calc(2 * var(--_space));
    min-block-size: var(--_target-dense);
    margin-block-start: calc(-2 * var(--_space));
  }
  .under .plain {
    margin-inline: auto calc(-2 * var(--_space));
  }
  .hint {
    display: flex;
    gap: calc(1.5 * var(--_space));
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }
  .hint.first {
    color: var(--_warning);
  }
`;
