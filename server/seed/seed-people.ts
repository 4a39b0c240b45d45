import { createHash } from 'node:crypto';
import type { Queryable } from '../storage/database.ts';
import { addDays } from '../../shared/domain/add-days.ts';
import type { DemoLogin } from './demo-credentials.ts';
import { DEMO_ORGANISATIONS, type SeedMember } from './demo-organisations.ts';
import { insertRows, type SeedRow } from './insert-rows.ts';
import { organisationRow } from './organisation-row.ts';

/** People with a login. */
export async function seedAccounts(tx: Queryable, logins: readonly DemoLogin[], createdOn: string): Promise<void> {
  await insertRows(tx, 'account', logins.map((login) => ({
    id: login.account,
    email: login.email,
    given_name: login.givenName,
    family_name: login.familyName,
    language: login.language,
    created_at: `${createdOn}T07:30:00Z`,
  })));
}

/** The demo's organisations with their logos and members. */
export async function seedDemoOrganisations(tx: Queryable, today: string, createdOn: string): Promise<void> {
  const logos = DEMO_ORGANISATIONS.flatMap(({ logo }) => (logo === undefined ? [] : [logo]));
  await insertRows(tx, 'logo', logos.map((logo) => ({
    hash: logoHash(logo),
    media_type: 'image/svg+xml',
    bytes: String.raw`\x${Buffer.from(logo).toString('hex')}`,
  })));
  await insertRows(tx, 'organisation', DEMO_ORGANISATIONS.map((organisation) =>
    organisationRow(organisation, createdOn, organisation.logo === undefined ? null : logoHash(organisation.logo))));
  await insertRows(tx, 'membership', DEMO_ORGANISATIONS.flatMap(({ id, members }) =>
    members.map((member) => membershipRow(id, member, today))));
}

/** The row of `membership`. */
export function membershipRow(organisation: string, member: SeedMember, today: string): SeedRow {
  return {
    organisation_id: organisation,
    account_id: member.login.account,
    role: member.role,
    billing_right: member.billingRight,
    reminders: true,
    pinned_at: member.pinned === true ? `${addDays(today, -30)}T10:00:00Z` : null,
    last_used_at: member.usedDaysAgo === undefined ? null : `${addDays(today, -member.usedDaysAgo)}T06:45:00Z`,
  };
}

function logoHash(logo: string): string {
  return createHash('sha256').update(logo).digest('hex');
}
