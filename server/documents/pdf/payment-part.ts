import type { Language } from '../../../shared/contract/session.ts';
import { FONT, PAGE } from './look.ts';
import type { QrBill, QrParty } from '../qr-bill/qr-bill.ts';
import type { Sheet } from './sheet.ts';

/** The guidelines know four languages. Spanish readers get English, as they may live in any part of the country. */
const LANGUAGES = { de: 'DE', fr: 'FR', it: 'IT', en: 'EN', es: 'EN' } as const;
const RECEIPT_WIDTH = 52;
/** Of type of 8 points, in millimetres. */
const RECEIPT_LINE = 3.2;
/** For both addresses, besides headings, account and reference. */
const RECEIPT_LINES = 10;
/** White above the separation line. */
const GAP = 14;

/**
 * Whether the receipt, the narrow part at the left, has room for both addresses above the amount. Fields
 * that the guidelines permit may be too long for it, and the library would print one over the other.
 */
export function fitsReceipt(sheet: Sheet, { creditor, debtor }: QrBill): boolean {
  const lines = [creditor, debtor].flatMap(printedLines).map((line) => Math.ceil(sheet.heightOf(line, RECEIPT_WIDTH, { size: 8 }) / RECEIPT_LINE - 0.2));
  return lines.reduce((sum, count) => sum + count, 0) <= RECEIPT_LINES;
}

function printedLines({ name, street = '', buildingNumber = '', postcode, town, country }: QrParty): string[] {
  return [name, `${street} ${buildingNumber}`.trim() || ' ', `${country === 'CH' ? '' : `${country} - `}${postcode} ${town}`];
}

/** Draws the payment part with receipt of a checked bill, whole at the bottom of the last page. */
export async function paymentPart(sheet: Sheet, bill: QrBill, language: Language): Promise<void> {
  const { SwissQRBill } = await import('swissqrbill/pdf');
  const top = PAGE.height - PAGE.paymentPart;
  if (sheet.y > top - GAP) sheet.newPage();
  const { account, creditor, debtor, reference, message, amount } = bill;
  const drawing = new SwissQRBill(
    {
      creditor: { account, ...addressOf(creditor) },
      debtor: addressOf(debtor),
      reference,
      message,
      // Exact: two decimals of at most eleven digits are printed as they were given.
      amount: amount.amount / 100,
      currency: amount.currency as 'CHF' | 'EUR',
    },
    { language: LANGUAGES[language], fontName: FONT, scissors: true },
  );
  const { doc } = sheet;
  sheet.part('P', sheet.part('Sect')).add(() => {
    // The library takes colour and position as it finds them, and begins a page of its own below the middle.
    doc.save().fillColor('black');
    doc.y = 0;
    drawing.attachTo(doc, 0, doc.page.height - SwissQRBill.height);
    doc.restore();
  });
}

function addressOf({ name, street = '', buildingNumber, postcode, town, country }: QrParty) {
  return { name, address: street, ...(buildingNumber && { buildingNumber }), zip: postcode, city: town, country };
}
