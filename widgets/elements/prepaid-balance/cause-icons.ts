import type { TemplateResult } from 'lit';
import type { MovementCause } from '../../../shared/contract/prepaid.ts';
import { icon } from '../../parts/icon.ts';

// Apart from the others, since the card alone does without them.
export const closeIcon = icon('M4 4l8 8M12 4l-8 8');
export const settledIcon = icon('M3 8.5l3.5 3.5L13 4.5');
export const failedIcon = icon('M8 1.5a6.5 6.5 0 100 13 6.5 6.5 0 000-13M5.5 5.5l5 5M10.5 5.5l-5 5');
export const waitingIcon = icon('M8 1.5a6.5 6.5 0 100 13 6.5 6.5 0 000-13M8 4.5V8l2.5 1.5');

/** One outline a cause of a movement. */
export const causeIcons: Record<MovementCause, TemplateResult> = {
  'top-up': icon('M8 3v10M3 8h10'),
  'bank-transfer': icon('M2 6l6-3.5L14 6zM3.5 6v6M8 6v6M12.5 6v6M2 13.5h12'),
  refund: icon('M6 3L3 6l3 3M3 6h6.5a3.5 3.5 0 010 7H6'),
  payment: icon('M3.5 1.5h9v13l-2.2-1.5L8 14.5l-2.3-1.5-2.2 1.5zM6 5h4M6 8h4'),
  withdrawal: icon('M4 12l8-8M6 4h6v6'),
  'charge-back': icon('M12.5 5.5A5.5 5.5 0 104 12.5M13 2v4H9'),
  'debt-settlement': icon('M2.5 8h11M2.5 5h11M6 11h4'),
};
