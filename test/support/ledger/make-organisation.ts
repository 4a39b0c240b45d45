import { v7 as uuid } from 'uuid';
import type { Database } from '../../../server/storage/database.ts';

/** An organisation of its own and its owner. */
export interface MadeOrganisation {
  readonly organisation: string;
  readonly account: string;
}

/** Makes an organisation with nothing but an owner, for tests of money. */
export async function makeOrganisation(database: Database, currency = 'CHF'): Promise<MadeOrganisation> {
  const organisation = uuid();
  const account = uuid();
  await database.asOwner(async (tx) => {
    await tx.query(
      `insert into account (id, email, given_name, family_name, language, created_at)
       values ($1, $2, 'Ada', 'Muster', 'en', now())`,
      [account, `${account}@example.com`],
    );
    await tx.query(
      `insert into organisation (id, name, folded_name, kind, currency, vat_basis_points, address, created_at)
       values ($1, 'Muster', 'muster', 'company', $2, 810, $3, now())`,
      [organisation, currency, JSON.stringify({ lines: ['Gasse 1'], postcode: '0001', town: 'Seldwyla', country: 'CH' })],
    );
    await tx.query(
      `insert into membership (organisation_id, account_id, role, billing_right) values ($1, $2, 'owner', true)`,
      [organisation, account],
    );
  });
  return { organisation, account };
}
