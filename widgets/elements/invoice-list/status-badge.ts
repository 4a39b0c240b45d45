import { html, type TemplateResult } from 'lit';
import type { ToPayRow } from '../../../shared/contract/to-pay.ts';
import type { InvoiceStatus } from '../../../shared/domain/invoice-status.ts';

export type ShownStatus = InvoiceStatus | ToPayRow['status'];

/** One outline a state, drawn in a box of 16. */
const ICONS: Record<ShownStatus, string> = {
  overdue: 'M8 1.8 15 14H1zM8 6v4M8 12v.2',
  due: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M8 4.5V8l2.5 1.5',
  'pro-forma': 'M4 1.5h5l3 3v10H4zM9 1.5v3h3',
  processing: 'M13.5 8A5.5 5.5 0 1 1 8 2.5h2M8 .5l2 2-2 2',
  paid: 'm3 8.5 3.5 3.5L13 4.5',
  refunded: 'M6 3 3 6l3 3M3 6h6.5a3.5 3.5 0 0 1 0 7H6',
  cancelled: 'm4 4 8 8M12 4l-8 8',
  upcoming: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3',
};

/** A state with icon, words and colour. */
export function statusBadge(status: ShownStatus, text: string): TemplateResult {
  return html`<span class="badge is-${status}"
    ><svg viewBox="0 0 16 16" aria-hidden="true"><path d=${ICONS[status]} /></svg>${text}</span
  >`;
}

/**
 * The same as a cell of a row; empty where the row is not here yet. One template for all states, so that
 * rows are reused as they scroll.
 */
export function statusCell(status: ShownStatus | undefined, text: string): TemplateResult {
  return html`<span role="gridcell" class="status badge ${status ? `is-${status}` : ''}"
    ><svg viewBox="0 0 16 16" aria-hidden="true"><path d=${status ? ICONS[status] : ''} /></svg>${text}</span
  >`;
}
