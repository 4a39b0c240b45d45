import type { InvoiceRow } from '../../../shared/contract/invoice.ts';
import type { Act } from '../../http/act.ts';
import { Refusal } from '../../http/refusal.ts';
import { invoiceFileName } from './invoice-file.ts';
import type { InvoiceFile } from './invoice-file.ts';

type Line = Pick<InvoiceRow, 'kind' | 'number'> & { media_type: string; bytes: Uint8Array };

const ORIGINAL = `
  select i.kind, i.number, f.media_type, f.bytes
  from invoice i join invoice_original f on f.organisation_id = i.organisation_id and f.invoice_id = i.id
  where i.organisation_id = $1 and i.id = $2`;

/** The file that an invoice was imported from, byte for byte. @throws {Refusal} KONTOR_NOT_FOUND where there is none. */
export async function readOriginal({ tx, organisation }: Act, id: string): Promise<InvoiceFile> {
  const [line] = await tx.query<Line>(ORIGINAL, [organisation, id]);
  if (!line) throw new Refusal('KONTOR_NOT_FOUND');
  return { mediaType: line.media_type, fileName: invoiceFileName({ ...line, proFormaNumber: null }, 'xml'), bytes: line.bytes };
}
