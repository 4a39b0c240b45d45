import { css } from 'lit';
import { outlook, parts } from './balance-details.styles.ts';
import { buttons } from './buttons.styles.ts';

/** The card: a figure, how far it reaches, where it comes from. */
const card = css`
  .frame {
    display: grid;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    container-type: inline-size;
  }
  .frame > * {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }
  /* Until the language has arrived, and behind what stands in its place: the place, no words. */
  .absent {
    visibility: hidden;
  }
  .card {
    display: grid;
    align-content: start;
    gap: calc(3 * var(--_space));
    padding: calc(4 * var(--_space)) calc(5 * var(--_space)) calc(3 * var(--_space));
  }
  p,
  dl,
  dd,
  figure {
    margin: 0;
  }
  [hidden] {
    display: none;
  }
  i {
    display: inline-block;
    inline-size: 8rem;
    max-inline-size: 100%;
    block-size: 0.625em;
    border-radius: var(--_radius-inner);
    background: var(--_neutral-soft);
  }
  .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(2 * var(--_space));
    min-block-size: var(--_target-dense);
    margin-block: calc(-1 * var(--_space));
    color: var(--_text-muted);
  }
  .age {
    display: flex;
    align-items: center;
    gap: var(--_space);
    margin-inline-end: calc(-2 * var(--_space));
    font-size: var(--_size-small);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .figure {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(4 * var(--_space));
    margin-block-start: calc(-2 * var(--_space));
  }
  .available {
    flex: none;
    font-size: clamp(1.25rem, 7.6cqi, var(--kontor-prepaid-balance-amount-size, 1.75rem));
    font-weight: var(--_weight-strong);
    line-height: 1.25;
  }
  .available .currency {
    font-size: var(--_size-body);
    font-weight: var(--_weight);
  }
  .states {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(4 * var(--_space));
  }
  :host([compact]) .states {
    flex-basis: 100%;
    min-block-size: calc(1em * var(--_line));
  }
  .state {
    display: inline-flex;
    align-items: center;
    gap: calc(1.5 * var(--_space));
    color: var(--_warning);
  }
  .state.owed {
    color: var(--_danger);
  }
  .state.old {
    color: var(--_text-muted);
  }
`;

export const styles = [buttons, card, outlook, parts];
