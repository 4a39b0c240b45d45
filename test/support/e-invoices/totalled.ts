import type { EInvoice, EInvoiceTax } from '../../../server/documents/e-invoice.ts';

/** An invoice before its totals are drawn up. */
export type Untotalled = Omit<EInvoice, 'taxes' | 'lineTotal' | 'allowanceTotal' | 'chargeTotal' | 'net' | 'tax' | 'gross' | 'payable'>;

/** Draws up the tax breakdown (half a minor unit rounds away from zero) and the totals. */
export function totalled(invoice: Untotalled): EInvoice {
  const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);
  const lineTotal = sum(invoice.lines.map(({ net }) => net));
  const allowanceTotal = sum(invoice.allowances.map(({ amount }) => amount));
  const chargeTotal = sum(invoice.charges.map(({ amount }) => amount));
  const taxes = breakdown(invoice);
  const net = lineTotal - allowanceTotal + chargeTotal;
  const tax = sum(taxes.map((row) => row.tax));
  const gross = net + tax;
  const payable = gross - invoice.prepaid + invoice.rounding;
  return { ...invoice, taxes, lineTotal, allowanceTotal, chargeTotal, net, tax, gross, payable };
}

function breakdown({ lines, allowances, charges }: Untotalled): EInvoiceTax[] {
  const taxable = new Map<string, number>();
  const add = (category: string | undefined, rate: string | undefined, amount: number): void => {
    const key = `${category} ${rate}`;
    taxable.set(key, (taxable.get(key) ?? 0) + amount);
  };
  for (const line of lines) add(line.vatCategory, line.vatRate, line.net);
  for (const one of allowances) add(one.vatCategory, one.vatRate, -one.amount);
  for (const one of charges) add(one.vatCategory, one.vatRate, one.amount);
  return [...taxable].map(([key, amount]) => {
    const [category = '', rate = ''] = key.split(' ');
    return { category, rate, taxable: amount, tax: taxOf(amount, rate) };
  });
}

/** Rates have one decimal at most here. */
function taxOf(taxable: number, rate: string): number {
  const tenths = BigInt(Math.round(Number(rate) * 10));
  const exact = BigInt(Math.abs(taxable)) * tenths;
  const rounded = Number((exact + 500n) / 1000n);
  return taxable < 0 ? -rounded || 0 : rounded;
}
