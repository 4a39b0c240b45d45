import type { KontorClient } from '../../shared/client/kontor-client.ts';
import { MemoryOrganisations } from '../../shared/client/memory/memory-organisations.ts';
import type { OrganisationQuery, OrganisationRow, OrganisationWindow } from '../../shared/contract/organisation.ts';
import type { KeepingStore } from './kept-answers.ts';
import { ORGANISATIONS_KEY } from './kept-key.ts';

/** As many as the gateway gives at once. */
const WINDOW = 200;
/** A list of one window is read again after this; a longer one the later, the more windows it takes. */
const FRESH_MS = 30_000;
/** Amounts in a list older than this are left out: a wrong figure is worse than none. */
const AMOUNTS_MS = 3_600_000;

interface DeviceList {
  readonly rows: readonly OrganisationRow[];
  readonly memory: MemoryOrganisations;
  readonly at: Date;
}

/** All organisations of a person, searched on the device. */
export class KeptOrganisations {
  #store: KeepingStore;
  #connection: string;
  #list: Promise<DeviceList | undefined> | undefined;
  #refreshing: Promise<void> | undefined;

  /** @param connection id of the one that the list belongs to */
  constructor(store: KeepingStore, connection: string) {
    this.#store = store;
    this.#connection = connection;
  }

  /** Answers from the device; undefined where no list was kept yet. */
  async find(query: OrganisationQuery): Promise<OrganisationWindow | undefined> {
    const list = await (this.#list ??= this.#read());
    if (!list) return undefined;
    const answer = list.memory.organisations(query);
    return ageOf(list) < AMOUNTS_MS ? answer : { ...answer, rows: answer.rows.map(withoutAmounts) };
  }

  /** Reads the whole list again unless it is fresh or under way; what was found until then stays as it is. */
  refresh(readAll: () => Promise<readonly OrganisationRow[]>): Promise<void> {
    return (this.#refreshing ??= this.#refresh(readAll).finally(() => (this.#refreshing = undefined)));
  }

  /** Follows a pin that the gateway has taken. */
  async pin(organisation: string, pinned: boolean): Promise<void> {
    const list = await (this.#list ??= this.#read());
    if (!list) return;
    const group = pinned ? 'pinned' : 'other';
    await this.#keep(list.rows.map((row) => (row.id === organisation ? { ...row, group } : row)), list.at);
  }

  async #refresh(readAll: () => Promise<readonly OrganisationRow[]>): Promise<void> {
    const list = await (this.#list ??= this.#read());
    if (list && ageOf(list) < FRESH_MS * Math.ceil(list.rows.length / WINDOW)) return;
    const at = new Date();
    await this.#keep(await readAll(), at);
  }

  async #read(): Promise<DeviceList | undefined> {
    const kept = await this.#store.kept<OrganisationRow[]>(ORGANISATIONS_KEY).catch(() => undefined);
    return kept && { rows: kept.value, memory: new MemoryOrganisations({ rows: kept.value }), at: kept.at };
  }

  async #keep(rows: readonly OrganisationRow[], at: Date): Promise<void> {
    this.#list = Promise.resolve({ rows, memory: new MemoryOrganisations({ rows }), at });
    await this.#store.keep(this.#connection, ORGANISATIONS_KEY, rows, at);
  }
}

/** The whole list, window after window; one organisation a row, even where it moved while it was read. */
export async function allOrganisations(client: KontorClient): Promise<OrganisationRow[]> {
  const rows = new Map<string, OrganisationRow>();
  for (let offset = 0; ; offset += WINDOW) {
    const answer = await client.organisations({ offset, limit: WINDOW, summary: false });
    for (const row of answer.rows) rows.set(row.id, row);
    if (answer.rows.length < WINDOW) return [...rows.values()];
  }
}

function ageOf({ at }: DeviceList): number {
  return Date.now() - at.getTime();
}

function withoutAmounts(row: OrganisationRow): OrganisationRow {
  return { ...row, available: null, open: null, overdue: null };
}
