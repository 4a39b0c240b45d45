import { foldText } from '../../shared/domain/fold-text.ts';
import type { SeedRow } from './insert-rows.ts';
import type { SeedOrganisation } from './seed-organisation.ts';

/** The row of `organisation`. @param createdOn day of its first order */
export function organisationRow(organisation: SeedOrganisation, createdOn: string, logoHash: string | null): SeedRow {
  return {
    id: organisation.id,
    name: organisation.name,
    folded_name: foldText(organisation.name),
    kind: organisation.kind,
    currency: organisation.currency,
    vat_basis_points: organisation.vatBasisPoints,
    vat_id: organisation.vatId ?? null,
    address: organisation.address,
    logo_hash: logoHash,
    created_at: `${createdOn}T08:00:00Z`,
  };
}
