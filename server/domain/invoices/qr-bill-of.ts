import type { InvoiceDetail } from '../../../shared/contract/invoice.ts';
import type { Party } from '../../../shared/contract/value.ts';
import { OPEN_STATUSES } from '../../../shared/domain/invoice-status.ts';
import { checkQrBill } from '../../documents/qr-bill/check-qr-bill.ts';
import { QrBillError } from '../../documents/qr-bill/qr-bill-error.ts';
import type { QrBill, QrParty } from '../../documents/qr-bill/qr-bill.ts';

/** The bill of an invoice that is still to be paid, or nothing where the rules of the QR-bill permit none. */
export function qrBillOf({ row, seller, buyer, payTo }: InvoiceDetail): QrBill | undefined {
  if (row.kind !== 'invoice' || !OPEN_STATUSES.includes(row.status) || payTo === undefined) return undefined;
  const bill: QrBill = {
    account: payTo.iban,
    reference: payTo.reference,
    creditor: partyOf(seller),
    debtor: partyOf(buyer),
    amount: row.payable,
    message: written(row.number ?? row.proFormaNumber ?? ''),
  };
  try {
    checkQrBill(bill);
    return bill;
  } catch (error) {
    if (error instanceof QrBillError) return undefined;
    throw error;
  }
}

/** Of several address lines the first is the street: a bill has room for one. */
function partyOf({ name, address: { lines, postcode = '', town = '', country = '' } }: Party): QrParty {
  return { name: written(name), ...streetOf(written(lines[0] ?? '')), postcode: written(postcode), town: written(town), country };
}

/** `Luftweg 1a` has its number behind the street and so apart; `3 sentier du Chaperon` stays as it is. */
function streetOf(line: string): Pick<QrParty, 'street' | 'buildingNumber'> {
  const [, street, buildingNumber] = /^(\D*\D) (\d+ ?[A-Za-z]?)$/.exec(line) ?? [];
  if (street !== undefined && buildingNumber !== undefined) return { street, buildingNumber };
  return line === '' ? {} : { street: line };
}

/** Typographic marks that a bill may not carry, as everyone types them. */
const PLAIN: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '“': '"', '”': '"', '„': '"', '–': '-', '—': '-', '…': '...' };

function written(text: string): string {
  return text.normalize('NFC').replaceAll(/[’‘“”„–—…]/g, (mark) => PLAIN[mark] ?? '').replaceAll(/[\s\u00ad]+/g, ' ').trim();
}
