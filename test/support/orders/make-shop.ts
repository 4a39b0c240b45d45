import { v7 as uuid } from 'uuid';
import type { Database, Parameter } from '../../../server/storage/database.ts';
import { transfer } from '../../../server/ledger/transfer.ts';
import type { MadeOrganisation } from '../ledger/make-organisation.ts';

/** Net prices in minor units, the same number in both currencies. */
const ITEMS = { hosting: ['web-hosting', 12, 11_880], domain: ['domain-name', 12, 1_450], letter: ['newsletter', 1, 1_500] } as const;

/** A seller with a catalogue, and what tests put beside it. */
export interface Shop {
  readonly item: Readonly<Record<keyof typeof ITEMS, string>>;
  /** Makes a code, named by itself unless told; columns as in the table. */
  code(columns?: Readonly<Record<string, Parameter>>): Promise<string>;
  used(code: string): Promise<number>;
  /** Puts money on the prepaid account. */
  fund(made: MadeOrganisation, amount: number): Promise<void>;
}

export async function makeShop(database: Database): Promise<Shop> {
  const item = { hosting: uuid(), domain: uuid(), letter: uuid() };
  const party = { name: 'Host AG', address: { lines: ['Luftweg 1'], postcode: '0000', town: 'Seldwyla', country: 'CH' } };
  await insert(database, 'installation', { name: 'seller', value: JSON.stringify({ party, iban: 'CH4431999123000889012' }) });
  for (const name of ['hosting', 'domain', 'letter'] as const) {
    const [kind, period_months, net] = ITEMS[name];
    await insert(database, 'catalogue_item', { id: item[name], kind, name, period_months });
    for (const currency of ['CHF', 'EUR']) await insert(database, 'catalogue_price', { item_id: item[name], currency, net });
  }
  return {
    item,
    code: async (columns = {}) => {
      const code = String(columns['code'] ?? `CODE-${uuid().slice(-12).toUpperCase()}`);
      await insert(database, 'promo_code', { code, ...('amount' in columns ? {} : { percent: 10 }), ...columns });
      return code;
    },
    used: async (code) => {
      const [row] = await database.asOwner((tx) => tx.query<{ used: number }>('select used from promo_code where code = $1', [code]));
      return row?.used ?? Number.NaN;
    },
    fund: async ({ organisation, account }, amount) => {
      await database.transaction({ account, organisations: [organisation] }, (tx) => transfer(tx, {
        organisation, from: 'outside', to: 'prepaid', currency: 'CHF', amount, cause: 'bank-transfer', document: null, at: new Date(),
      }));
    },
  };
}

async function insert(database: Database, table: string, row: Readonly<Record<string, Parameter>>): Promise<void> {
  const names = Object.keys(row);
  const places = names.map((_name, index) => `$${index + 1}`).join(', ');
  await database.asOwner((tx) => tx.query(`insert into ${table} (${names.join(', ')}) values (${places})`, Object.values(row)));
}
