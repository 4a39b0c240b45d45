import assert from 'node:assert/strict';
import { v7 as uuid } from 'uuid';
import { checkInvariants } from '../../../server/ledger/check-invariants.ts';
import { ORIGIN } from '../../support/fixture.ts';
import type { Fixture } from '../../support/fixture.ts';
import type { Shop } from '../../support/orders/make-shop.ts';
import { SignedInPerson } from '../../support/signed-in-person.ts';
import type { MoneyModel } from './money-model.ts';
import { session } from './stage.ts';

/** What came back. */
export interface Told {
  readonly status: number;
  readonly text: string;
  readonly replayed: boolean;
  readonly body: { id: string; code?: string; state: string; revision: number; totals: { gross: number } };
}

/** An owner who asks through the portal's page and through the extension by turns. */
export class MoneyCustomer {
  readonly fixture: Fixture;
  readonly shop: Shop;
  readonly organisation: string;
  readonly codes: readonly string[];
  readonly #token: string;
  readonly #person: SignedInPerson;
  #turn = 0;

  private constructor(fixture: Fixture, shop: Shop, organisation: string, codes: readonly string[], token: string, person: SignedInPerson) {
    this.fixture = fixture;
    this.shop = shop;
    this.organisation = organisation;
    this.codes = codes;
    this.#token = token;
    this.#person = person;
  }

  static async arrive(fixture: Fixture, shop: Shop): Promise<MoneyCustomer> {
    const { account, organisation, partner } = await fixture.signedIn();
    const codes = [await shop.code({ max_uses: 1 }), await shop.code({ percent: 100 }), 'NOBODY-MADE-IT'];
    return new MoneyCustomer(fixture, shop, organisation, codes, await session(fixture, partner, account), await SignedInPerson.of(fixture, account));
  }

  async ask(method: 'GET' | 'PUT' | 'POST', rest: string, payload?: object, key?: string): Promise<Told> {
    const url = `/v1/organisations/${this.organisation}/${rest}`;
    this.#turn += 1;
    const who: Record<string, string> = this.#turn % 2 === 0
      ? { authorization: `Bearer ${this.#token}`, origin: ORIGIN }
      : { authorization: `DPoP ${this.#person.token}`, dpop: await this.#person.proof(method, url) };
    const headers = { ...who, ...(key === undefined ? {} : { 'idempotency-key': key }) };
    const answer = await this.fixture.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
    return { status: answer.statusCode, text: answer.body, replayed: answer.headers['idempotency-replayed'] === 'true', body: answer.json() };
  }

  /** Whether the gateway's books are the model's, and sound. */
  async agree(model: MoneyModel): Promise<void> {
    const { text } = await this.ask('GET', 'prepaid');
    const { available, owed, pending } = JSON.parse(text);
    assert.deepEqual([available.amount, owed.amount, pending.amount], [model.available, model.owed, model.pending], 'the balance is not the model\'s');
  }

  async sound(): Promise<void> {
    assert.deepEqual(await checkInvariants(this.fixture.database), []);
    const rows = await this.fixture.database.asOwner((tx) => tx.query<{ count: bigint }>(
      'select count(*) as count from promo_code where max_uses is not null and used > max_uses', []));
    assert.equal(rows[0]?.count, 0n, 'a code was used more often than it may');
  }

  /** A key of this organisation, one of few. */
  static key(number: number): string {
    return number === 0 ? uuid() : `key-${number}`;
  }
}
