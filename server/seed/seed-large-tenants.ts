import { PRODUCT_KINDS, type ProductKind } from '../../shared/domain/product-kinds.ts';
import { addMonths } from '../../shared/domain/to-pay-horizon.ts';
import type { Queryable } from '../storage/database.ts';
import { addDays } from '../../shared/domain/add-days.ts';
import { LARGE_LOGIN, LARGE_OWNER } from './demo-credentials.ts';
import type { SeedMember } from './demo-organisations.ts';
import { insertRows, type SeedRow } from './insert-rows.ts';
import { organisationRow } from './organisation-row.ts';
import { PRODUCT_PRICES, productName } from './product-prices.ts';
import type { Random } from './random.ts';
import { seedId } from './seed-id.ts';
import { grantDemoPartner } from './seed-partner.ts';
import { membershipRow } from './seed-people.ts';
import type { SeedOrganisation } from './seed-organisation.ts';

const KINDS = Object.keys(PRODUCT_KINDS) as ProductKind[];
/** The first organisation has many products, each other one has one. */
const PRODUCTS_OF_FIRST = 300;
/** Products renew up to this many days ahead. */
const RENEWAL_DAYS = 330;

/** The many organisations with their members, the partner's grants and products. */
export async function seedLargeTenants(
  tx: Queryable, organisations: readonly SeedOrganisation[], today: string, createdOn: string, random: Random,
  onDone: (count: number) => void,
): Promise<void> {
  const rows = organisations.map((organisation) => organisationRow(organisation, createdOn, null));
  await insertRows(tx, 'organisation', rows, onDone);
  await insertRows(tx, 'membership', organisations.flatMap(({ id }, index) =>
    membersAt(index).map((member) => membershipRow(id, member, today))));
  await grantDemoPartner(tx, organisations.map(({ id }) => id), `${createdOn}T09:00:00Z`);
  await insertRows(tx, 'product', organisations.flatMap((organisation, index) =>
    Array.from({ length: index === 0 ? PRODUCTS_OF_FIRST : 1 }, () => productRow(organisation, today, random))));
}

/** Every role and right, the first three pinned, the next five used lately. */
function membersAt(index: number): SeedMember[] {
  const pinned = index < 3;
  const place = { login: LARGE_LOGIN, pinned, ...(index < 8 ? { usedDaysAgo: index } : {}) };
  const owner: SeedMember = { login: LARGE_OWNER, role: 'owner', billingRight: true };
  const inTen = index % 10;
  if (inTen < 6) return [{ ...place, role: 'owner', billingRight: true }];
  if (inTen < 8) return [owner, { ...place, role: 'admin', billingRight: true }];
  return [owner, { ...place, role: 'member', billingRight: inTen === 8 }];
}

function productRow({ id, currency }: SeedOrganisation, today: string, random: Random): SeedRow {
  const kind = random.pick(KINDS);
  const { months, [currency]: net } = PRODUCT_PRICES[kind];
  const renewsOn = addDays(today, 1 + random.below(months === 1 ? 28 : months === 3 ? 85 : RENEWAL_DAYS));
  const startedOn = addMonths(renewsOn, -months);
  return {
    organisation_id: id,
    id: seedId(startedOn, random),
    kind,
    name: productName(kind, `kunde-${1 + random.below(9_999)}.example`),
    state: 'active',
    started_on: startedOn,
    renews_on: renewsOn,
    period_months: months,
    net,
    auto_renew: random.below(3) === 0,
  };
}
