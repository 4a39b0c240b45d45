import { css } from 'lit';

export const foot = css`
  footer {
    position: relative;
    display: flex;
    align-items: center;
    min-block-size: 40px;
    padding-inline: calc(3 * var(--_space)) var(--_space);
    border-block-start: 1px solid var(--_border);
    background: var(--_surface);
    font-size: var(--_size-small);
    color: var(--_text-muted);
  }
  .state {
    flex: 1;
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    min-inline-size: 0;
  }
  .state strong {
    font-weight: var(--_weight-strong);
    color: var(--_text);
  }
  .state .icon {
    color: var(--_warning);
  }
  /* What is wrong above the age of what is shown: two lines in the height of the buttons beside them. */
  .lines {
    display: grid;
    min-inline-size: 0;
    line-height: 1rem;
  }
  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .tool,
  .plain {
    flex: none;
    display: grid;
    place-items: center;
    min-block-size: 40px;
    border: 0;
    border-radius: var(--_radius-inner);
    background: none;
    cursor: pointer;
  }
  .tool {
    inline-size: 40px;
    color: var(--_text-muted);
  }
  .plain {
    padding-inline: calc(2 * var(--_space));
    color: var(--_accent-strong);
  }
  .tool:hover,
  .plain:hover {
    background: var(--_surface-hover);
    color: var(--_text);
  }
  footer button:focus-visible {
    outline-offset: -2px;
  }
  .question {
    position: absolute;
    inset: auto 0 100%;
    display: grid;
    gap: var(--_space);
    padding: calc(4 * var(--_space));
    border-block-start: 1px solid var(--_border);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
    font-size: var(--_size-body);
    color: var(--_text);
  }
  .question p {
    margin: 0;
  }
  #note {
    color: var(--_text-muted);
  }
  .acts {
    display: flex;
    justify-content: end;
    gap: calc(2 * var(--_space));
    margin-block-start: calc(2 * var(--_space));
  }
  .acts button {
    min-block-size: var(--_target);
    padding-inline: calc(4 * var(--_space));
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    cursor: pointer;
  }
  .acts button:hover {
    background: var(--_surface-hover);
  }
  .acts .danger {
    border-color: transparent;
    background: var(--_danger);
    color: light-dark(#fff, #10151a);
    font-weight: var(--_weight-strong);
  }
  @media (forced-colors: active) {
    .acts .danger {
      border: 1px solid;
    }
  }
`;
