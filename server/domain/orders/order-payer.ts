import type { OrderQuote } from '../../../shared/contract/order.ts';
import type { Act } from '../../http/act.ts';
import { Refusal } from '../../http/refusal.ts';
import { enterScope, scopeSettings } from '../../storage/scope-settings.ts';

/** Who pays in the place of the organisation that orders. */
export interface Payer {
  /** The partner's own. */
  readonly organisation: string;
  /** Name of the organisation that orders. */
  readonly client: string;
}

const PAYER = `select p.billing_organisation_id as organisation, o.name as client from partner p join organisation o on o.id = $2
  where p.id = $1 and p.payment_mode = 'partner-pays' and p.billing_organisation_id <> $2`;

/**
 * The partner's organisation where the act comes through a partner that pays, else nobody. It is charged on
 * account: whoever orders here is the client's person, and moves neither the client's money nor the partner's.
 * @throws {Refusal} KONTOR_PARTNER_CHARGE_REFUSED for other methods than bank transfer, and where the partner
 *   is billed in another currency or at another VAT rate than what was agreed to
 */
export async function payerOf(act: Act, { paymentMethod, currency, totals }: OrderQuote): Promise<Payer | undefined> {
  const { tx, partner, organisation } = act;
  if (partner === null) return undefined;
  const [payer] = await tx.query<{ organisation: string; client: string }>(PAYER, [partner, organisation]);
  if (!payer) return undefined;
  if (paymentMethod !== 'bank-transfer') throw new Refusal('KONTOR_PARTNER_CHARGE_REFUSED', 'The partner pays by bank transfer.');
  const same = await inOrganisation(act, payer.organisation, (there) => isBilledAlike(there, currency, totals.vatBasisPoints));
  if (!same) throw new Refusal('KONTOR_PARTNER_CHARGE_REFUSED', 'The partner is billed in another currency or at another VAT rate.');
  return payer;
}

/**
 * Does `work` in another organisation than the act's, in the same transaction: row-level security then shows
 * that one alone. Undefined: in the act's own.
 */
export async function inOrganisation<T>(act: Act, organisation: string | undefined, work: (there: Act) => Promise<T>): Promise<T> {
  if (organisation === undefined) return await work(act);
  const { tx, account, partner } = act;
  await tx.query(enterScope, scopeSettings({ account, partner, organisations: [organisation] }));
  const result = await work({ ...act, organisation });
  await tx.query(enterScope, scopeSettings({ account, partner, organisations: [act.organisation] }));
  return result;
}

async function isBilledAlike({ tx, organisation }: Act, currency: string, vatBasisPoints: number): Promise<boolean> {
  const rows = await tx.query('select 1 from organisation where id = $1 and currency = $2 and vat_basis_points = $3', [organisation, currency, vatBasisPoints]);
  return rows.length > 0;
}
