import { css } from 'lit';

/** One invoice in full, in a panel at the end of the page. */
export const invoiceDetails = css`
  dialog {
    position: fixed;
    inset-block: 0;
    inset-inline: auto 0;
    inline-size: min(44rem, 100%);
    max-inline-size: none;
    block-size: 100%;
    max-block-size: none;
    margin: 0;
    padding: 0;
    overflow: auto;
    border: 0;
    border-inline-start: 1px solid var(--_border);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    container-type: inline-size;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 32%);
  }
  header {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: var(--_space) calc(2 * var(--_space));
    min-block-size: 6rem;
    align-content: start;
    padding: calc(4 * var(--_space)) calc(6 * var(--_space));
    border-block-end: 1px solid var(--_border);
    background: var(--_surface-raised);
  }
  h2,
  h3,
  p {
    margin: 0;
  }
  h2 {
    overflow-wrap: anywhere;
    font-size: var(--_size-title);
    font-weight: var(--_weight-strong);
  }
  h3 {
    margin-block-end: calc(2 * var(--_space));
    color: var(--_text-muted);
    font-size: var(--_size-small);
    font-weight: var(--_weight-strong);
  }
  .facts {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(3 * var(--_space));
  }
  .badge.is-overdue {
    margin: 0;
  }
  .figure {
    margin-inline-start: auto;
  }
  .figure .amount {
    font-size: var(--_size-title);
    font-weight: var(--_weight-strong);
  }
  .content {
    display: grid;
    gap: calc(6 * var(--_space));
    padding: calc(5 * var(--_space)) calc(6 * var(--_space)) calc(8 * var(--_space));
  }
  .remark {
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    border-radius: var(--_radius);
    background: var(--_accent-soft);
  }
  .downloads {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
  }
  .get {
    display: inline-flex;
    align-items: center;
    gap: calc(2 * var(--_space));
  }
  .skeleton {
    display: grid;
    gap: calc(5 * var(--_space));
  }
  .skeleton i {
    block-size: 0.75rem;
    border-radius: var(--_radius-inner);
    background: var(--_neutral-soft);
  }
  .skeleton i:nth-child(3n) {
    inline-size: 60%;
  }
  @media (forced-colors: active) {
    .skeleton i {
      background: GrayText;
    }
  }
  @container (max-width: 680px) {
    header,
    .content {
      padding-inline: calc(4 * var(--_space));
    }
  }
`;
