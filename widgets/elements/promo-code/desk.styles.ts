import { css } from 'lit';

/** What answers an act: messages, reviews, offers, the way back from a removal, the outcome. */
export const desk = css`
  .message {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: calc(2 * var(--_space));
    padding: calc(3 * var(--_space));
    border-radius: var(--_radius);
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .message > .icon {
    margin-block-start: 2px;
  }
  .message > div {
    flex: 1 1 12rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .message ul {
    margin-block-start: var(--_space);
    padding-inline-start: calc(4 * var(--_space));
    color: var(--_text);
    font-variant-numeric: tabular-nums;
  }
  .removed {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(2 * var(--_space));
    min-block-size: var(--_target-dense);
    color: var(--_text-muted);
    overflow-wrap: anywhere;
  }
  .removed .plain {
    flex: none;
    margin-inline-end: calc(-2 * var(--_space));
  }
  .review {
    display: grid;
    gap: calc(2 * var(--_space));
    padding: calc(3 * var(--_space));
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }
  h3,
  h4 {
    margin: 0;
    font-size: inherit;
    font-weight: var(--_weight-strong);
  }
  h4 {
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }
  .review ul {
    display: grid;
    gap: var(--_space);
    list-style: none;
  }
  .review li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0 calc(2 * var(--_space));
  }
  .review .reason {
    grid-column: 2 / -1;
  }
  .counts > .icon {
    color: var(--_success);
  }
  .refused > .icon {
    color: var(--_warning);
  }
  .leads {
    padding-block-start: calc(2 * var(--_space));
    border-block-start: 1px solid var(--_border);
    font-variant-numeric: tabular-nums;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
  }
  .answers {
    display: grid;
    gap: calc(4 * var(--_space));
    list-style: none;
  }
  .answers .chip {
    inline-size: fit-content;
    max-inline-size: 100%;
    margin-block-end: var(--_space);
  }
  .worth {
    font-weight: var(--_weight-strong);
  }
  .terms {
    padding-inline-start: calc(4 * var(--_space));
    color: var(--_text-muted);
  }
  .outcome {
    display: flex;
    gap: calc(2 * var(--_space));
    align-items: start;
    padding: calc(3 * var(--_space));
    border-radius: var(--_radius);
    background: var(--_neutral-soft);
    font-weight: var(--_weight-strong);
  }
  .outcome .icon {
    margin-block-start: 2px;
  }
  @media (forced-colors: active) {
    .message,
    .outcome,
    .review .primary {
      border: 1px solid;
    }
  }
`;
