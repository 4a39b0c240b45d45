import type { Queryable } from '../storage/database.ts';
import { addMonths } from '../../shared/domain/to-pay-horizon.ts';
import { DEMO_LOGINS } from './demo-credentials.ts';
import { extraInvoices } from './demo-extra-invoices.ts';
import { DEMO_ORGANISATIONS } from './demo-organisations.ts';
import { seedDemoPrepaid } from './demo-prepaid.ts';
import { DEMO_PRODUCTS } from './demo-products.ts';
import { insertRows } from './insert-rows.ts';
import type { InvoiceDraft } from './invoice-draft.ts';
import { invoiceRow } from './invoice-row.ts';
import { numberDocuments } from './number-documents.ts';
import { productHistory } from './product-history.ts';
import { seededRandom, type Random } from './random.ts';
import { seedFreeCredits } from './seed-free-credits.ts';
import { grantDemoPartner, seedPartner } from './seed-partner.ts';
import { seedCatalogue } from './seed-catalogue.ts';
import { seedOrders, withPastCode } from './seed-orders.ts';
import { seedAccounts, seedDemoOrganisations } from './seed-people.ts';
import { seedPromoCodes } from './seed-promo-codes.ts';
import { seedSeller } from './seed-seller.ts';
import type { Progress } from './seed.ts';

/** Any number would do; this one is the demo's. */
const START = 7_777;
/** Everybody was a customer this long before the seed's day. */
const CUSTOMER_MONTHS = 38;

/** The demo's story: people, organisations, three years of history and what is to come. */
export async function seedDemo(tx: Queryable, today: string, onProgress: Progress): Promise<void> {
  const random = seededRandom(START);
  const createdOn = addMonths(today, -CUSTOMER_MONTHS);
  onProgress(0, 3, 'people and organisations');
  await seedAccounts(tx, DEMO_LOGINS, createdOn);
  await seedDemoOrganisations(tx, today, createdOn);
  await seedPartner(tx, `${createdOn}T08:00:00Z`);
  const granted = DEMO_ORGANISATIONS.filter((organisation) => organisation.granted).map(({ id }) => id);
  await grantDemoPartner(tx, granted, `${createdOn}T09:00:00Z`);
  onProgress(1, 3, 'products and invoices');
  const drafts = await seedDocuments(tx, today, random);
  onProgress(2, 3, 'prepaid history');
  await seedDemoPrepaid(tx, drafts, today, random);
  await seedPromoCodes(tx, today);
  await seedFreeCredits(tx, today, random);
  await seedSeller(tx);
  const catalogue = await seedCatalogue(tx, createdOn, random);
  await seedOrders(tx, catalogue, drafts, today, random);
  onProgress(3, 3, 'demo data');
}

async function seedDocuments(tx: Queryable, today: string, random: Random): Promise<InvoiceDraft[]> {
  const histories = DEMO_PRODUCTS.map(([organisation, products]) => productHistory(organisation, products, today, random));
  await insertRows(tx, 'product', histories.flatMap(({ products }) => products));
  const drafts = withPastCode([...histories.flatMap(({ invoices }) => invoices), ...extraInvoices(today, random)]);
  const numbers = numberDocuments(drafts);
  await insertRows(tx, 'invoice', drafts.map((draft) => invoiceRow(draft, numbers)));
  return drafts;
}
