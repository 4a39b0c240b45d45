import type { StoredInvoiceStatus } from '../../shared/domain/invoice-status.ts';
import type { SeedOrganisation } from './seed-organisation.ts';

export interface DraftLine {
  readonly name: string;
  readonly description?: string;
  readonly quantity: number;
  /** Code of UN/ECE Recommendation 20: year, month, hour, piece. */
  readonly unit: 'ANN' | 'MON' | 'HUR' | 'C62';
  /** Net, of one unit, in minor units. */
  readonly price: number;
}

/** An invoice or credit note of the seeded history before it has its numbers. Days are `YYYY-MM-DD`. */
export interface InvoiceDraft {
  readonly id: string;
  readonly organisation: SeedOrganisation;
  readonly kind: 'invoice' | 'credit-note';
  readonly state: StoredInvoiceStatus;
  /** Day of the pro forma; of a credit note its only day. */
  readonly startedOn: string;
  readonly dueOn: string | null;
  /** Day of payment and so of the final invoice. */
  readonly paidOn: string | null;
  /** Day of cancellation or refund. */
  readonly endedOn: string | null;
  readonly lines: readonly DraftLine[];
  /** The product and the first day of the term that a renewal invoice pays for. */
  readonly renews?: { readonly product: string; readonly from: string };
  /** Of a credit note: the invoice that it takes back. */
  readonly credits?: InvoiceDraft;
}

/** The numbers of one document. */
export interface DocumentNumbers {
  readonly proForma: string | null;
  readonly final: string | null;
}
