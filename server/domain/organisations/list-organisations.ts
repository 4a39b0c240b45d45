import type { OrganisationQuery, OrganisationRow, OrganisationWindow } from '../../../shared/contract/organisation.ts';
import { organisationSearch } from '../../../shared/domain/organisation-search.ts';
import type { OrganisationSearch } from '../../../shared/domain/organisation-search.ts';
import type { Person } from '../../http/person.ts';
import type { Parameter } from '../../storage/database.ts';
import { toNumber } from '../../storage/minor-units.ts';
import { likeText } from '../like-pattern.ts';
import { logoAddress } from './logo-address.ts';

/** Organisations that stand in the recent group at most. */
const RECENT = 5;

/** The person's organisations that granted the partner access. */
const THROUGH_PARTNER = `
  mine as materialized (
    select o.id, o.folded_name, m.pinned_at, m.last_used_at
    from membership m
    join partner_grant g on g.organisation_id = m.organisation_id and g.partner_id = $2 and g.revoked_at is null
    join organisation o on o.id = m.organisation_id
    where m.account_id = $1)`;

/** All of the person's, where no partner stands between: $2 is null. */
const OWN = `
  mine as materialized (
    select o.id, o.folded_name, m.pinned_at, m.last_used_at
    from membership m
    join organisation o on o.id = m.organisation_id
    where m.account_id = $1 and $2::uuid is null)`;

/** Each with its group. */
const GROUPED = `
  recent as (
    select id from mine where pinned_at is null and last_used_at is not null
    order by last_used_at desc, id limit ${RECENT}),
  grouped as (
    select mine.id, mine.folded_name, mine.last_used_at,
      case when mine.pinned_at is not null then 0 when recent.id is not null then 1 else 2 end as place
    from mine left join recent on recent.id = mine.id)`;

/** Without a search: recent ones by last use, the others by name. */
const ALL = `
  listed as (
    select id, folded_name, place, 0 as rank, case when place = 1 then last_used_at end as used from grouped)`;

/** The steps of `matchRank` in shared/domain/organisation-search.ts. */
const FOUND = `
  ranked as (
    select id, folded_name, place,
      case
        when folded_name = $5 then 0
        when starts_with(folded_name, $5) then 1
        when folded_name like all ($6::text[]) then
          case when ' ' || folded_name like all ($7::text[]) then 2 else 3 end
        when $8 <> '' and strpos(replace(id::text, '-', ''), $8) > 0 then 4
      end as rank
    from grouped),
  listed as (select id, folded_name, place, rank, null::timestamptz as used from ranked where rank is not null)`;

const WINDOW = `
  select s.count, s.pinned, s.recent, w.place, o.id, o.name, o.kind, o.logo_hash, m.role, m.billing_right
  from (
    select count(*) as count, count(*) filter (where place = 0) as pinned, count(*) filter (where place = 1) as recent
    from listed) s
  left join (
    select id, place, row_number() over (order by rank, place, used desc nulls last, folded_name collate "C", id) as nr
    from listed order by nr limit $4 offset $3) w on true
  left join organisation o on o.id = w.id
  left join membership m on m.organisation_id = w.id and m.account_id = $1
  order by w.nr`;

type Line = {
  count: bigint; pinned: bigint; recent: bigint; place: number | null; id: string | null; name: string;
  kind: OrganisationRow['kind']; logo_hash: string | null; role: OrganisationRow['role']; billing_right: boolean;
};

const GROUPS = ['pinned', 'recent', 'other'] as const;

/** A part of the person's list; the facts of the rows are still to be filled in (`readFacts`). */
export async function listOrganisations(person: Person, query: Required<Omit<OrganisationQuery, 'search'>> & OrganisationQuery): Promise<OrganisationWindow> {
  const search = organisationSearch(query.search ?? '');
  const mine = person.partner === null ? OWN : THROUGH_PARTNER;
  const text = `with ${mine}, ${GROUPED}, ${search ? FOUND : ALL} ${WINDOW}`;
  const place = [person.account, person.partner, query.offset, query.limit];
  const lines = await person.tx.query<Line>(text, [...place, ...(search ? searchParameters(search) : [])]);
  const [{ count, pinned, recent }] = lines as [Line];
  const summary = { count: toNumber(count), pinned: toNumber(pinned), recent: toNumber(recent) };
  return { rows: lines.filter(({ id }) => id !== null).map(rowOf), summary: query.summary ? summary : null };
}

function searchParameters({ phrase, words, idDigits }: OrganisationSearch): Parameter[] {
  const escaped = words.map(likeText);
  return [phrase, escaped.map((word) => `%${word}%`), escaped.map((word) => `% ${word}%`), idDigits];
}

function rowOf({ id, name, kind, logo_hash, role, billing_right, place }: Line): OrganisationRow {
  return {
    id: id ?? '', name, kind, logo: logoAddress(logo_hash), role, billingRight: billing_right,
    group: GROUPS[place ?? 2] ?? 'other', available: null, open: null, overdue: null,
  };
}
