import type { DocumentNumbers, InvoiceDraft } from './invoice-draft.ts';

/**
 * Numbers documents as the seller does: one series a year for pro formas (`PF-2026-000150`), one for final
 * invoices in the order of payment (`2026-000123`) and one for credit notes (`CN-2026-000004`), all
 * without a gap.
 * @param prefix in front of each number, for a series of its own
 */
export function numberDocuments(drafts: readonly InvoiceDraft[], prefix = ''): Map<InvoiceDraft, DocumentNumbers> {
  const invoices = drafts.filter(({ kind }) => kind === 'invoice');
  const credits = drafts.filter(({ kind }) => kind === 'credit-note');
  const proForma = series(invoices, `${prefix}PF-`, ({ startedOn }) => startedOn);
  const final = series(invoices, prefix, ({ paidOn }) => paidOn);
  const credit = series(credits, `${prefix}CN-`, ({ startedOn }) => startedOn);
  return new Map(drafts.map((draft) => [
    draft,
    { proForma: proForma.get(draft) ?? null, final: final.get(draft) ?? credit.get(draft) ?? null },
  ]));
}

function series(
  drafts: readonly InvoiceDraft[], prefix: string, dayOf: (draft: InvoiceDraft) => string | null,
): Map<InvoiceDraft, string> {
  const dated = drafts.flatMap((draft) => {
    const day = dayOf(draft);
    return day === null ? [] : [{ draft, day }];
  });
  // The sort is stable, so documents of one day keep their order.
  dated.sort((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)));
  const counts = new Map<string, number>();
  return new Map(dated.map(({ draft, day }) => {
    const year = day.slice(0, 4);
    const count = (counts.get(year) ?? 0) + 1;
    counts.set(year, count);
    return [draft, `${prefix}${year}-${String(count).padStart(6, '0')}`];
  }));
}
