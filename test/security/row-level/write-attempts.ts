import type { Database, Queryable } from '../../../server/storage/database.ts';
import { enterScope, scopeSettings } from '../../../server/storage/scope-settings.ts';
import type { Furnished } from '../two-organisations.ts';
import { APPLICATION } from './catalogue.ts';
import type { Relation } from './catalogue.ts';
import { refusalOf } from './probes.ts';

type Table = Relation & { readonly column: string };

/** `insufficient_privilege`, which a policy's refusal is too. */
const REFUSED = '42501';

class Undone extends Error {}

/**
 * Tries to write rows of a foreign organisation with the rights of one's own. Whatever succeeds is undone, and told.
 * Where every privilege is granted for the time of an attempt, the policies have to stop it alone: they must hold for
 * what the application may not do yet.
 */
export class WriteAttempts {
  tried = 0;
  readonly failures: string[] = [];
  readonly #database: Database;
  readonly #own: Furnished;
  readonly #foreign: Furnished;
  readonly #everyPrivilege: boolean;
  /** What is granted before each attempt, as the owner. */
  #grants = 'select';

  constructor(database: Database, own: Furnished, foreign: Furnished, everyPrivilege: boolean) {
    this.#database = database;
    this.#own = own;
    this.#foreign = foreign;
    this.#everyPrivilege = everyPrivilege;
  }

  async on(table: Table): Promise<void> {
    const { name, column } = table;
    this.#grants = this.#everyPrivilege ? `grant select, insert, update, delete on ${name} to ${APPLICATION}` : 'select';
    const [own, foreign] = [this.#own.organisation, this.#foreign.organisation];
    const before = await this.#fingerprint(table);
    await this.#insertions(table);
    await this.#mustNotReach(`${name}: an own row handed over`, `update ${name} set ${column} = $2 where ${column} = $1 returning ${column}`, [own, foreign]);
    await this.#mustNotReach(`${name}: a foreign row taken over`, `update ${name} set ${column} = $1 where ${column} = $2 returning ${column}`, [own, foreign]);
    await this.#mustNotReach(`${name}: a foreign row deleted`, `delete from ${name} where ${column} = $1 returning ${column}`, [foreign]);
    // No policy stops this one.
    if (!this.#everyPrivilege) await this.#mustBeRefused(`${name}: emptied`, `truncate ${name} cascade`);
    for (const changed of this.#everyPrivilege ? table.columns : table.changeable) await this.#change(table, changed);
    if ((await this.#fingerprint(table)) !== before) this.failures.push(`${name}: foreign rows are not what they were`);
  }

  /** The foreign rows once more, as they are and in the name of oneself. */
  async #insertions({ name, column, columns }: Table): Promise<void> {
    const [line] = await this.#database.asOwner((tx) =>
      tx.query<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from ${name} t where ${column} = $1 limit 1`, [this.#foreign.organisation]));
    if (!line) return void this.failures.push(`${name}: no row to try with; two-organisations.ts must put one there`);
    const inOwnName = { ...line.row, ...('account_id' in line.row ? { account_id: this.#own.owner } : {}), ...('partner_id' in line.row ? { partner_id: this.#own.partner.id } : {}) };
    const insert = `insert into ${name} (${columns.join()}) select ${columns.join()} from jsonb_populate_record(null::${name}, $1::jsonb)`;
    for (const [what, row] of [['a foreign row inserted', line.row], ['a foreign row inserted in its own name', inOwnName]] as const) {
      await this.#mustBeRefused(`${name}: ${what}`, insert, [JSON.stringify(row)]);
      await this.#mustBeRefused(`${name}: ${what} over the one that is there`, `${insert} on conflict do nothing`, [JSON.stringify(row)]);
    }
  }

  async #change({ name, column }: Table, changed: string): Promise<void> {
    await this.#mustNotReach(`${name}: ${changed} of foreign rows changed`, `update ${name} set ${changed} = ${changed} where ${column} = $1 returning ${column}`, [this.#foreign.organisation]);
    const all = await this.#attempt((tx) => tx.query(`update ${name} set ${changed} = ${changed} returning ${column} as organisation`));
    if (Array.isArray(all) && all.some(({ organisation }) => organisation !== this.#own.organisation)) this.failures.push(`${name}: ${changed} of all rows changed`);
  }

  async #mustBeRefused(what: string, text: string, parameters: readonly string[] = []): Promise<void> {
    const outcome = await this.#attempt((tx) => tx.query(text, parameters));
    if (outcome !== REFUSED) this.failures.push(`${what}: ${typeof outcome === 'string' ? outcome : 'done'}, not refused`);
  }

  async #mustNotReach(what: string, text: string, parameters: readonly string[]): Promise<void> {
    const outcome = await this.#attempt((tx) => tx.query(text, parameters));
    if (outcome !== REFUSED && (typeof outcome === 'string' || outcome.length > 0)) this.failures.push(`${what}: ${typeof outcome === 'string' ? outcome : 'done'}`);
  }

  /** @returns the rows, or the code of the refusal. Nothing stays done. */
  async #attempt(work: (tx: Queryable) => Promise<Record<string, unknown>[]>): Promise<Record<string, unknown>[] | string> {
    this.tried += 1;
    let rows: Record<string, unknown>[] = [];
    const { owner, partner, organisation } = this.#own;
    const scope = { account: owner, partner: this.tried % 2 === 0 ? partner.id : null, organisations: [organisation] };
    try {
      return await this.#database.asOwner(async (tx) => {
        await tx.query(this.#grants);
        await tx.query(enterScope, scopeSettings(scope));
        rows = await work(tx);
        throw new Undone();
      });
    } catch (error) {
      return error instanceof Undone ? rows : refusalOf(error);
    }
  }

  async #fingerprint({ name, column }: Table): Promise<string> {
    const [line] = await this.#database.asOwner((tx) =>
      tx.query<{ print: string }>(`select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as print from ${name} t where ${column} = $1`, [this.#foreign.organisation]));
    return line?.print ?? '';
  }
}
