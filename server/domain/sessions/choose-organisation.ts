import type { Queryable } from '../../storage/database.ts';

/** An organisation that a session may stand in, and how much may be done there. */
export interface Choice {
  readonly id: string;
  readonly access: 'full' | 'limited';
}

/** The wanted organisation, else the last used, else the first of the list. */
const choosing = (access: string, grants: string): string => `
  select m.organisation_id as id, ${access} as access
  from membership m ${grants}
  join organisation o on o.id = m.organisation_id
  where m.account_id = $1 and ($2::uuid is null or m.organisation_id = $2)
  order by m.last_used_at desc nulls last, m.pinned_at is null, o.folded_name collate "C", o.id
  limit 1`;

const OWN = choosing("'full'", '');
const THROUGH_PARTNER = choosing('g.access', `
  join partner_grant g on g.organisation_id = m.organisation_id and g.partner_id = $3 and g.revoked_at is null`);

type Line = { id: string; access: Choice['access'] };

const MARK_USED = 'update membership set last_used_at = $3 where organisation_id = $1 and account_id = $2';

/**
 * Where a person's session stands. The transaction's scope must name person and partner.
 * @param partner through whom; null: nobody, all organisations of the person are open
 * @param wanted left out: the one used last
 * @returns `undefined` alike for an organisation that does not exist, is foreign, or did not grant the partner access.
 */
export async function chooseOrganisation(
  tx: Queryable, account: string, partner: string | null, wanted: string | undefined,
): Promise<Choice | undefined> {
  const by = [account, wanted ?? null];
  const rows = partner === null ? tx.query<Line>(OWN, by) : tx.query<Line>(THROUGH_PARTNER, [...by, partner]);
  return (await rows)[0];
}

/** Makes an organisation the person's last used one. */
export async function markUsed(tx: Queryable, organisation: string, account: string, now: Date): Promise<void> {
  await tx.query(MARK_USED, [organisation, account, now]);
}
