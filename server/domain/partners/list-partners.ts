import type { Partner, PartnerAccess, PaymentMode } from '../../../shared/contract/partner.ts';
import { Refusal } from '../../http/refusal.ts';
import type { Queryable } from '../../storage/database.ts';

type Line = { id: string; name: string; payment_mode: PaymentMode; billing_organisation_id: string | null; created_at: Date };

/** All partners, in the order in which they were registered. */
export async function listPartners(tx: Queryable): Promise<Partner[]> {
  const lines = await tx.query<Line>('select id, name, payment_mode, billing_organisation_id, created_at from partner order by created_at, id');
  return lines.map(({ id, name, payment_mode: paymentMode, billing_organisation_id: organisation, created_at }) =>
    ({ id, name, paymentMode, organisation, createdAt: created_at.toISOString() }));
}

/** The name of a partner. @throws {Refusal} KONTOR_NOT_FOUND */
export async function partnerName(tx: Queryable, id: string): Promise<PartnerAccess['partner']['name']> {
  const [found] = await tx.query<{ name: string }>('select name from partner where id = $1', [id]);
  if (!found) throw new Refusal('KONTOR_NOT_FOUND');
  return found.name;
}
