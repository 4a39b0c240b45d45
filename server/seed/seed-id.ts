import { v7 } from 'uuid';
import type { Random } from './random.ts';

/**
 * A UUIDv7 of a moment of the seeded history.
 * @param moment a day (`YYYY-MM-DD`) or an instant
 */
export function seedId(moment: string, random: Random): string {
  return v7({ msecs: Date.parse(moment), random: random.bytes(16) });
}
