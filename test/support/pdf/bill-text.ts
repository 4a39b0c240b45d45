import type { QrBill, QrParty } from '../../../server/documents/qr-bill/qr-bill.ts';
import { decimalText } from '../../../shared/money/decimal-text.ts';
import type { PrintedPage } from './read-pdf.ts';

/** The headings that the guidelines lay down, in the order in which they stand. */
const HEADINGS = {
  de: ['Empfangsschein', 'Zahlteil', 'Konto / Zahlbar an', 'Referenz', 'Zusätzliche Informationen', 'Zahlbar durch', 'Währung', 'Betrag', 'Annahmestelle'],
  fr: ['Récépissé', 'Section paiement', 'Compte / Payable à', 'Référence', 'Informations supplémentaires', 'Payable par', 'Monnaie', 'Montant', 'Point de dépôt'],
  it: ['Ricevuta', 'Sezione pagamento', 'Conto / Pagabile a', 'Riferimento', 'Informazioni supplementari', 'Pagabile da', 'Valuta', 'Importo', 'Punto di accettazione'],
  en: ['Receipt', 'Payment part', 'Account / Payable to', 'Reference', 'Additional information', 'Payable by', 'Currency', 'Amount', 'Acceptance point'],
} as const;

const partyLines = ({ name, street = '', buildingNumber = '', postcode, town, country }: QrParty): string[] => ['S', name, street, buildingNumber, postcode, town, country];

/** The 31 lines that the code of a bill must hold, as the guidelines count them. */
export function payloadOf({ account, creditor, debtor, amount, reference, message }: QrBill): string[] {
  const kind = /^\d/.test(reference) ? 'QRR' : 'SCOR';
  const ultimateCreditor = Array.from({ length: 7 }, () => '');
  return [
    'SPC', '0200', '1', account, ...partyLines(creditor), ...ultimateCreditor, decimalText(amount), amount.currency, ...partyLines(debtor),
    kind, reference, message, 'EPD',
  ];
}

/** What stands in receipt and payment part, made from the lines of the code; without spaces, as lines break where they must. */
export function printOf(payload: readonly string[], language: keyof typeof HEADINGS): { receipt: string; information: string; sums: string } {
  const [receipt, part, account, reference, message, debtor, currency, amount, acceptance] = HEADINGS[language];
  const party = (from: number): string[] => {
    const [name, street, number, postcode, town, country] = payload.slice(from + 1, from + 7);
    return [name!, street!, number!, country === 'CH' ? '' : `${country}-`, postcode!, town!];
  };
  const payment = [currency, amount, payload[19]!, payload[18]!];
  const rows = (more: string[]): string[] => [account, payload[3]!, ...party(4), reference, payload[28]!, ...more, debtor, ...party(20)];
  return {
    receipt: bare([receipt, ...rows([]), ...payment, acceptance].join('')),
    information: bare(rows([message, payload[29]!]).join('')),
    sums: bare([part, ...payment].join('')),
  };
}

/** What a page has below the separation line, in the three fields that texts stand in. */
export function printedBill({ texts }: PrintedPage): { receipt: string; information: string; sums: string } {
  const between = (left: number, right: number): string =>
    bare(texts.filter(({ x, y }) => y > 192 && x >= left && x < right).map(({ text }) => text).join(''));
  return { receipt: between(0, 62), information: between(117, 210), sums: between(62, 117) };
}

const bare = (text: string): string => text.replaceAll(/\s/g, '');
