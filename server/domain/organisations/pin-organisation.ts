import type { Person } from '../../http/person.ts';
import { Refusal } from '../../http/refusal.ts';
import { enterScope, scopeSettings } from '../../storage/scope-settings.ts';

const PIN = `
  update membership m set pinned_at = case when $4 then coalesce(m.pinned_at, $5) end
  where m.organisation_id = $1 and m.account_id = $2
    and ($3::uuid is null or exists (
      select 1 from partner_grant g where g.organisation_id = $1 and g.partner_id = $3 and g.revoked_at is null))
  returning m.organisation_id`;

/**
 * Keeps an organisation at the top of the person's list, or lets it go. Doing it twice changes nothing. A
 * membership is written under its organisation's scope only, which the list of all of them does not have.
 */
export async function pinOrganisation({ tx, account, partner, now }: Person, organisation: string, pinned: boolean): Promise<void> {
  await tx.query(enterScope, scopeSettings({ account, partner, organisations: [organisation] }));
  const changed = await tx.query(PIN, [organisation, account, partner, pinned, now]);
  if (changed.length === 0) throw new Refusal('KONTOR_NOT_FOUND');
}
