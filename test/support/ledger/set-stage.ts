import { v7 as uuid } from 'uuid';
import { makePartnerKey } from '../../../server/identity/partner-keys.ts';
import { secretHash } from '../../../server/identity/secret-hash.ts';
import type { Database } from '../../../server/storage/database.ts';
import { migrate } from '../../../server/storage/migrate.ts';
import { type MadeOrganisation, makeOrganisation } from './make-organisation.ts';

/** What stands in the database before the first gateway starts. */
export interface Stage {
  readonly organisations: readonly MadeOrganisation[];
  readonly partnerKey: string;
  readonly origin: string;
}

/** Makes a partner and organisations that gave it full access. */
export async function setStage(database: Database, organisations: number): Promise<Stage> {
  await migrate(database);
  const partner = uuid();
  const partnerKey = makePartnerKey();
  const origin = 'https://portal.example';
  const made: MadeOrganisation[] = [];
  for (let n = 0; n < organisations; n += 1) made.push(await makeOrganisation(database));
  await database.asOwner(async (tx) => {
    await tx.query(`insert into partner (id, name, payment_mode, created_at) values ($1, 'Portal', 'client-pays', now())`, [partner]);
    await tx.query('insert into partner_origin (partner_id, origin) values ($1, $2)', [partner, origin]);
    await tx.query(
      `insert into partner_key (id, name, scopes, hash, partner_id, created_at) values ($1, 'Backend', '{widget-sessions:write}', $2, $3, now())`,
      [uuid(), secretHash(partnerKey), partner],
    );
    await tx.query(
      `insert into partner_grant (organisation_id, partner_id, access, granted_at)
       select id, $1, 'full', now() from unnest($2::uuid[]) as o (id)`,
      [partner, made.map(({ organisation }) => organisation)],
    );
  });
  return { organisations: made, partnerKey, origin };
}
