import type { Party } from '../../shared/contract/value.ts';

/** An organisation as documents and rows of the seed need it. */
export interface SeedOrganisation {
  readonly id: string;
  readonly name: string;
  readonly kind: 'person' | 'company';
  readonly currency: 'CHF' | 'EUR';
  /** Hundredths of a per cent. */
  readonly vatBasisPoints: number;
  readonly vatId?: string;
  readonly address: Party['address'];
}
