import { randomBytes } from 'node:crypto';
import { after } from 'node:test';
import { v7 as uuid } from 'uuid';
import { buildApp } from '../../server/app.ts';
import type { App } from '../../server/http/app-parts.ts';
import { makeOperatorKey } from '../../server/identity/operator-key.ts';
import { makePartnerKey } from '../../server/identity/partner-keys.ts';
import { secretHash } from '../../server/identity/secret-hash.ts';
import type { Database, Parameter } from '../../server/storage/database.ts';
import { migrate } from '../../server/storage/migrate.ts';
import { openPGlite } from '../../server/storage/pglite.ts';
import { openPostgres } from '../../server/storage/postgres.ts';
import { foldText } from '../../shared/domain/fold-text.ts';
import type { Role } from '../../shared/domain/rights.ts';
import { PartnerScope } from '../../shared/contract/partner.ts';
import type { Feature, WidgetSession } from '../../shared/contract/session.ts';
import { SetClock } from './set-clock.ts';
import { testDatabase } from './test-database.ts';

/** The page that sessions are made for, unless a test says otherwise. */
export const ORIGIN = 'https://portal.example.com';
/** Every database that the gateway runs on. */
export const ENGINES = ['pglite', 'postgres'] as const;
export const GATEWAY = 'http://localhost:4600';
const ALL: readonly Feature[] = ['organisations:list', 'invoices:read', 'products:read', 'prepaid:read', 'prepaid:top-up'];

/** A partner with its key. */
export interface MadePartner {
  readonly id: string;
  readonly key: string;
}

/** A gateway in this process over an empty database, and small things to fill it with. */
export class Fixture {
  readonly app: App;
  readonly database: Database;
  readonly clock: SetClock;
  readonly operatorKey: string;

  private constructor(app: App, database: Database, clock: SetClock, operatorKey: string) {
    this.app = app;
    this.database = database;
    this.clock = clock;
    this.operatorKey = operatorKey;
  }

  /** Ends with the suite or test file that starts it. */
  static async start(engine?: Database['engine']): Promise<Fixture> {
    const fixture = await Fixture.open(engine);
    after(() => fixture.close());
    return fixture;
  }

  /**
   * For runs outside of node:test: whoever opens it closes it.
   * @param on a database without anything in it, or the engine of a new one
   * @param between what the gateway is given in place of the database
   */
  static async open(on: Database['engine'] | Database = 'pglite', between: (database: Database) => Database = (database) => database): Promise<Fixture> {
    const database = typeof on === 'object' ? on : on === 'pglite' ? await openPGlite(undefined) : await openPostgres(await testDatabase());
    await migrate(database);
    const clock = new SetClock();
    const operatorKey = makeOperatorKey();
    const app = await buildApp({ database: between(database), clock, gatewayUrl: GATEWAY, operatorKeyHash: secretHash(operatorKey) });
    return new Fixture(app, database, clock, operatorKey);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.close();
  }

  async insert(table: string, row: Readonly<Record<string, Parameter>>): Promise<void> {
    const names = Object.keys(row);
    const places = names.map((_name, index) => `$${index + 1}`);
    await this.database.asOwner((tx) => tx.query(`insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`, Object.values(row)));
  }

  async partner(origins: readonly string[] = [ORIGIN]): Promise<MadePartner> {
    const made = { id: uuid(), key: makePartnerKey() };
    await this.insert('partner', { id: made.id, name: 'Agency', payment_mode: 'client-pays', created_at: this.clock.now() });
    await this.insert('partner_key', {
      id: uuid(), name: 'Backend', scopes: [...PartnerScope.enum], hash: secretHash(made.key), partner_id: made.id, created_at: this.clock.now(),
    });
    for (const origin of origins) await this.insert('partner_origin', { partner_id: made.id, origin });
    return made;
  }

  async person(name = 'Ada'): Promise<string> {
    const id = uuid();
    const created_at = this.clock.now();
    await this.insert('account', { id, email: `${id}@example.com`, given_name: name, family_name: 'Muster', language: 'de', created_at });
    return id;
  }

  async organisation(name = 'Muster AG', currency = 'CHF'): Promise<string> {
    const id = uuid();
    await this.insert('organisation', {
      id, name, folded_name: foldText(name), kind: 'company', currency, vat_basis_points: 810, created_at: this.clock.now(),
      address: JSON.stringify({ lines: ['Gasse 1'], postcode: '0001', town: 'Seldwyla', country: 'CH' }),
    });
    return id;
  }

  async member(organisation: string, account: string, role: Role = 'owner', billing = role !== 'member', more: Record<string, Parameter> = {}): Promise<void> {
    await this.insert('membership', { organisation_id: organisation, account_id: account, role, billing_right: billing, ...more });
  }

  async grant(organisation: string, partner: MadePartner, access: 'full' | 'limited' = 'full'): Promise<void> {
    await this.insert('partner_grant', { organisation_id: organisation, partner_id: partner.id, access, granted_at: this.clock.now() });
  }

  /** An invoice of our own, paid unless told otherwise. */
  async invoice(organisation: string, row: Readonly<Record<string, Parameter>> = {}): Promise<string> {
    const id = uuid();
    const number = randomBytes(6).toString('hex');
    await this.insert('invoice', {
      organisation_id: organisation, id, kind: 'invoice', origin: 'kontor', number, state: 'paid', issued_on: '2026-01-15', currency: 'CHF',
      total: 10810, payable: 10810, seller: 'Host AG', subject: 'Web hosting', search_text: foldText(`${number} Host AG web hosting`),
      content: JSON.stringify(document()), ...row,
    });
    return id;
  }

  /** Asks for a session as the partner's backend does. */
  async mint(partner: MadePartner, request: object): Promise<{ status: number; body: WidgetSession & { code?: string } }> {
    const payload = { origin: ORIGIN, elements: ['invoice-list'], features: ALL, ...request };
    const headers = { authorization: `Bearer ${partner.key}` };
    const answer = await this.app.inject({ method: 'POST', url: '/v1/widget-sessions', headers, payload });
    return { status: answer.statusCode, body: answer.json() };
  }

  /** A person who owns an organisation that granted a partner full access, with a session there. */
  async signedIn(): Promise<{ account: string; organisation: string; partner: MadePartner; token: string; session: string }> {
    const [account, organisation, partner] = [await this.person(), await this.organisation(), await this.partner()];
    await this.member(organisation, account);
    await this.grant(organisation, partner);
    const { body } = await this.mint(partner, { person: account });
    return { account, organisation, partner, token: body.token, session: body.id };
  }

  /** A request from the portal's page. */
  async call(token: string, url: string, more: { method?: 'GET' | 'PUT' | 'POST' | 'DELETE'; payload?: object; origin?: string | undefined } = {}) {
    const { method = 'GET', payload, origin = ORIGIN } = more;
    const headers = { authorization: `Bearer ${token}`, ...('origin' in more && more.origin === undefined ? {} : { origin }) };
    return await this.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  }
}

function document(): object {
  const party = { name: 'Host AG', address: { lines: ['Luftweg 1'], postcode: '0000', town: 'Seldwyla', country: 'CH' } };
  const line = { id: '1', name: 'Web hosting', quantity: '1', unit: 'C62', unitPrice: '100.00', net: 10000, vatCategory: 'S', vatRate: '8.1' };
  const totals = { lines: 10000, allowances: 0, charges: 0, net: 10000, tax: 810, gross: 10810, prepaid: 0, rounding: 0, payable: 10810 };
  return { seller: party, buyer: party, lines: [line], taxes: [{ category: 'S', rate: '8.1', taxable: 10000, tax: 810 }], totals };
}
