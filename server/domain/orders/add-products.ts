import { v7 as uuid } from 'uuid';
import type { OrderLine } from '../../../shared/contract/order.ts';
import { addMonths } from '../../../shared/domain/to-pay-horizon.ts';
import type { Act } from '../../http/act.ts';

const ADD = `insert into product (organisation_id, id, kind, name, state, started_on, renews_on, period_months, net, payer_partner_id)
  select $1, n.id, n.kind, n.name, 'active', $2, n.renews_on, n.period_months, n.net, $9
  from unnest($3::uuid[], $4::text[], $5::text[], $6::date[], $7::integer[], $8::bigint[])
    as n (id, kind, name, renews_on, period_months, net)`;

/**
 * Creates what a paid order bought, one product for each of a quantity. Its term begins today; it renews at
 * the list price, since codes are off the first term.
 * @param partnerPays renewals are the partner's to pay
 */
export async function addProducts({ tx, organisation, partner, today }: Act, lines: readonly OrderLine[], partnerPays: boolean): Promise<void> {
  const products = lines.flatMap((line) => Array.from({ length: line.quantity }, () => line));
  await tx.query(ADD, [
    organisation,
    today,
    products.map(() => uuid()),
    products.map(({ kind }) => kind),
    products.map(({ name }) => name),
    products.map(({ periodMonths }) => addMonths(today, periodMonths)),
    products.map(({ periodMonths }) => periodMonths),
    products.map(({ unitNet }) => unitNet),
    partnerPays ? partner : null,
  ]);
}
