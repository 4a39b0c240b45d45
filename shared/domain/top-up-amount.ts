import { TOP_UP_BOUNDS } from './top-up-bounds.ts';

/** What to top up with where `amount` is missing: as much, but within the bounds of one top-up. Minor units. */
export function topUpAmount(amount: number): number {
  return Math.min(Math.max(amount, TOP_UP_BOUNDS.least), TOP_UP_BOUNDS.greatest);
}
