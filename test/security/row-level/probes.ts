import { DatabaseError } from '../../../server/storage/database.ts';
import type { Database, Queryable, Scope } from '../../../server/storage/database.ts';
import type { Furnished } from '../two-organisations.ts';
import { APPLICATION, organisationColumn } from './catalogue.ts';
import type { Relation } from './catalogue.ts';

type Organisations = ReadonlySet<string>;

const TAKE_ROLE = `select set_config('role', '${APPLICATION}', true)`;
const SETTINGS = ['kontor.account', 'kontor.partner', 'kontor.organisations'] as const;

/** Looks for rows that the application's role should not see, from every situation that a connection can be in. */
export class Probes {
  /** Looks, with what each found. */
  tried = 0;
  readonly failures: string[] = [];
  readonly #tables: readonly (Relation & { readonly column: string })[];
  readonly #own: Furnished;
  readonly #foreign: Furnished;

  constructor(relations: readonly Relation[], own: Furnished, foreign: Furnished) {
    this.#own = own;
    this.#foreign = foreign;
    this.#tables = relations.flatMap((relation) => {
      const column = relation.privileges.length > 0 || relation.kind === 'r' ? organisationColumn(relation) : undefined;
      // Promo codes are the operator's; whose one is says only whom it is for.
      return column === undefined || relation.name === 'promo_code' ? [] : [{ ...relation, column }];
    });
  }

  get tables(): readonly (Relation & { readonly column: string })[] {
    return this.#tables;
  }

  /** @param database whose connection nothing was done on yet */
  async withoutSettings(database: Database): Promise<void> {
    await database.asOwner(async (tx) => {
      await tx.query(TAKE_ROLE);
      await this.#see('no setting at all', tx, new Set());
    });
    await database.transaction({}, (tx) => this.#see('nobody', tx, new Set()));
    await database.transaction(this.#scope(this.#own), (tx) => this.#see('its own organisation', tx, new Set([this.#own.organisation])));
    for (const setting of ['{', 'x', `{${this.#foreign.organisation}`, '*', '{NULL}', '{{}}']) {
      await this.#unreadable(database, setting);
    }
  }

  /** What somebody left on the connection for good. */
  async afterStaleSettings(database: Database): Promise<void> {
    const { owner, partner, organisation } = this.#foreign;
    const leave = (values: readonly string[]) => database.asOwner(async (tx) => {
      for (const [index, name] of SETTINGS.entries()) await tx.query('select set_config($1, $2, false)', [name, values[index] ?? '']);
    });
    await leave([owner, partner.id, `{${organisation}}`]);
    await this.#seeAsBefore('a stale setting', database);
    await leave([]);
    await this.#seeAsBefore('an emptied setting', database);
  }

  /** Transactions of the other organisation that ended badly on the same connection. */
  async afterErrors(database: Database): Promise<void> {
    const failures: ((tx: Queryable) => Promise<unknown>)[] = [
      () => Promise.reject(new Error('thrown')),
      (tx) => tx.query('select 1 / 0'),
      (tx) => tx.query('select from there_is_no_such_table'),
      (tx) => tx.query(`select set_config('kontor.organisations', '{x', true)`).then(() => tx.query('select from invoice')),
      (tx) => tx.query('savepoint a').then(() => tx.query('select 1 / 0')).catch(() => tx.query('rollback to a')).then(() => Promise.reject(new Error('thrown'))),
    ];
    for (const fail of failures) {
      const failed = await database.transaction(this.#scope(this.#foreign), fail).then(() => false, () => true);
      if (!failed) this.failures.push(`an error: ${String(fail)} made none`);
      await this.#seeAsBefore('an error', database);
    }
  }

  /** Both organisations at the same time on few connections. */
  async beside(database: Database, turns: number): Promise<void> {
    await Promise.all(Array.from({ length: turns }, (_, turn) => {
      const side = turn % 2 === 0 ? this.#own : this.#foreign;
      return database.transaction(this.#scope(side), (tx) => this.#see('a reused connection', tx, new Set([side.organisation])));
    }));
  }

  /** Asking the database to leave its policies aside. */
  async switchedOff(database: Database): Promise<void> {
    for (const { name } of this.#tables) {
      await this.#refused(`row security switched off, ${name}`, database.transaction(this.#scope(this.#own), async (tx) => {
        await tx.query('set local row_security = off');
        return await tx.query(`select from ${name}`);
      }));
    }
  }

  #scope({ owner, partner, organisation }: Furnished): Scope {
    return { account: owner, partner: partner.id, organisations: [organisation] };
  }

  async #seeAsBefore(situation: string, database: Database): Promise<void> {
    await database.transaction({}, (tx) => this.#see(`nobody after ${situation}`, tx, new Set()));
    await database.transaction(this.#scope(this.#own), (tx) => this.#see(`its own organisation after ${situation}`, tx, new Set([this.#own.organisation])));
  }

  /** Looks into every table that the role may read. Where it should see an organisation's rows it must, or the look proves nothing. */
  async #see(situation: string, tx: Queryable, visible: Organisations): Promise<void> {
    for (const { name, column, privileges } of this.#tables) {
      if (!privileges.includes('select')) continue;
      this.tried += 1;
      const rows = await tx.query<{ organisation: string }>(`select distinct ${column} as organisation from ${name}`);
      const seen = new Set(rows.map(({ organisation }) => organisation));
      if (seen.difference(visible).size > 0) this.failures.push(`${situation}: ${name} shows rows of another organisation`);
      if (visible.difference(seen).size > 0) this.failures.push(`${situation}: ${name} shows nothing at all; two-organisations.ts must put a row there`);
    }
  }

  async #unreadable(database: Database, setting: string): Promise<void> {
    for (const { name, column, privileges } of this.#tables.filter(({ privileges }) => privileges.includes('select'))) {
      this.tried += 1;
      const rows = await database.asOwner(async (tx) => {
        await tx.query(`${TAKE_ROLE}, set_config('kontor.organisations', $1, true)`, [setting]);
        return await tx.query(`select ${column} from ${name}`);
      }).catch((error: unknown) => refusalOf(error));
      if (typeof rows !== 'string' && rows.length > 0) this.failures.push(`the setting ${setting}: ${name} shows rows (${privileges.join()})`);
    }
  }

  async #refused(situation: string, attempt: Promise<unknown>): Promise<void> {
    this.tried += 1;
    const code = await attempt.then(() => 'done', refusalOf);
    if (code !== '42501') this.failures.push(`${situation}: ${code}, not refused`);
  }
}

/** The code of a refusal by the database. @throws whatever else it is */
export function refusalOf(error: unknown): string {
  if (error instanceof DatabaseError) return error.code;
  throw error;
}
