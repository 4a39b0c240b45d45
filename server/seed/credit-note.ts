import type { InvoiceDraft } from './invoice-draft.ts';
import type { Random } from './random.ts';
import { seedId } from './seed-id.ts';

/** Takes a paid invoice back in full; the money lands on the prepaid account the same day. */
export function creditNote(credits: InvoiceDraft, day: string, random: Random): InvoiceDraft {
  return {
    id: seedId(`${day}T15:00:00Z`, random),
    organisation: credits.organisation,
    kind: 'credit-note',
    state: 'paid',
    startedOn: day,
    dueOn: null,
    paidOn: day,
    endedOn: null,
    lines: credits.lines,
    credits,
  };
}
