import { createHash, randomUUID } from 'node:crypto';
import type { Database } from '../../server/storage/database.ts';

export const ACCOUNT = '01860000-0000-7000-8000-00000000a001';
const PARTNER = '01860000-0000-7000-8000-00000000b001';
export const PARTNER_KEY = `kontor_partner_${randomUUID()}`;
export const ORIGIN = 'http://127.0.0.1:4601';

/** A person who owns `count` organisations, all of which let one partner act. @returns their ids */
export async function makeOrganisations(database: Database, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, i) => `01860000-0000-7000-8000-${(i + 1).toString(16).padStart(12, '0')}`);
  await database.asOwner(async (tx) => {
    await tx.query(
      `insert into account (id, email, given_name, family_name, language, created_at)
       values ($1, 'bench@kontor.example', 'Bench', 'Person', 'en', now())`, [ACCOUNT]);
    await tx.query(`insert into partner (id, name, payment_mode, created_at) values ($1, 'Bench', 'client-pays', now())`, [PARTNER]);
    await tx.query(`insert into partner_origin (partner_id, origin) values ($1, $2)`, [PARTNER, ORIGIN]);
    await tx.query(`insert into partner_key (id, name, scopes, hash, partner_id, created_at) values ($2, 'Bench', '{widget-sessions:write}', $1, $2, now())`,
      [createHash('sha256').update(PARTNER_KEY).digest('hex'), PARTNER]);
    await tx.query(
      `insert into organisation (id, name, folded_name, kind, currency, vat_basis_points, address, created_at)
       select id, 'Bench ' || id, 'bench ' || id, 'company', 'CHF', 810, '{"lines": []}', now() from unnest($1::uuid[]) as o (id)`, [ids]);
    await tx.query(
      `insert into membership (organisation_id, account_id, role, billing_right)
       select id, $2, 'owner', true from unnest($1::uuid[]) as o (id)`, [ids, ACCOUNT]);
    await tx.query(
      `insert into partner_grant (organisation_id, partner_id, access, granted_at)
       select id, $2, 'full', now() from unnest($1::uuid[]) as o (id)`, [ids, PARTNER]);
  });
  return ids;
}

/** Invoices of three years in every state for one organisation. */
export async function makeInvoices(database: Database, organisation: string, count: number): Promise<void> {
  await database.asOwner(
    (tx) => tx.query(
      `insert into invoice (organisation_id, id, kind, origin, number, state, issued_on, due_on, currency, total, payable,
         seller, subject, search_text, content)
       select $1, ('01860000-0000-7000-9000-' || lpad(to_hex(n), 12, '0'))::uuid, 'invoice', 'kontor',
         '2026-' || lpad(n::text, 6, '0'), (array['paid', 'paid', 'paid', 'due', 'refunded'])[n % 5 + 1],
         date '2026-11-01' - (n % 1095), date '2026-12-01' - (n % 1095), case when n % 7 = 0 then 'EUR' else 'CHF' end,
         (n * 7919) % 900000 + 500, (n * 7919) % 900000 + 500, 'Kontor Hosting AG', 'Web hosting ' || n % 97,
         '2026 ' || lpad(n::text, 6, '0') || ' kontor hosting ag web hosting ' || n % 97, '{"lines": []}'
       from generate_series(1, $2) as n`, [organisation, count]),
    { unlimited: true },
  );
  await database.asOwner((tx) => tx.query('analyze invoice'));
}
