import { isExtensionOrigin } from '../identity/origins.ts';
import { isPartnerOrigin } from '../identity/partner-origins.ts';
import type { Database } from '../storage/database.ts';

/** More than all partners' lists together; past it the one noted first is forgotten. */
const MOST = 10_000;

/** The origins whose pages may read why they were refused: those on some partner's list, and browser extensions. */
export class KnownOrigins {
  readonly #database: Database;
  readonly #noted = new Set<string>();

  constructor(database: Database) {
    this.#database = database;
  }

  async isKnown(origin: string): Promise<boolean> {
    if (isExtensionOrigin(origin)) return true;
    const known = await isPartnerOrigin(this.#database, origin);
    if (known) this.note(origin);
    else this.#noted.delete(origin);
    return known;
  }

  /** Notes an origin that stands on a list. */
  note(origin: string): void {
    this.#noted.add(origin);
    const [first] = this.#noted;
    if (first !== undefined && this.#noted.size > MOST) this.#noted.delete(first);
  }

  /** Whether the origin was known when it was last asked for; without a look into the database. */
  wasKnown(origin: string): boolean {
    return isExtensionOrigin(origin) || this.#noted.has(origin);
  }
}
