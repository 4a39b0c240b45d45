import { setTimeout as delay } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import type { TestCard, TopUp } from '../../shared/contract/prepaid.ts';
import type { Random } from '../../server/seed/random.ts';
import type { MadeOrganisation } from '../support/ledger/make-organisation.ts';
import type { Stage } from '../support/ledger/set-stage.ts';

/** One top-up that somebody asked for, and every answer that came. */
export interface Wish {
  readonly key: string;
  readonly organisation: string;
  readonly amount: number;
  readonly card: TestCard;
  readonly answers: TopUp[];
  /** How often it was asked for. */
  tries: number;
  /** Whether it was done, but the answer lost: only asking again told so. */
  answerLost: boolean;
}

const CARDS: readonly TestCard[] = ['approved', 'approved', 'approved', 'late', 'charged-back', 'declined'];

/** A partner's page that asks for top-ups over and over, and repeats with the same key what got no answer. */
export class Caller {
  readonly wishes: Wish[] = [];
  /** Answers that nobody may get: neither a top-up nor "try again". */
  readonly surprises: string[] = [];
  readonly #url: string;
  readonly #stage: Stage;
  readonly #random: Random;
  /** By organisation. */
  readonly #tokens = new Map<string, string>();

  constructor(url: string, stage: Stage, random: Random) {
    this.#url = url;
    this.#stage = stage;
    this.#random = random;
  }

  /**
   * Asks until it is over; the last wish is then still brought to its answer.
   * @param abandoned ends that too, where no gateway will answer any more
   */
  async run(over: AbortSignal, abandoned: AbortSignal): Promise<void> {
    while (!over.aborted) {
      const made = this.#random.below(2) === 0 ? this.#stage.organisations[0] : this.#random.pick(this.#stage.organisations);
      if (!made) return;
      const amount = 500 + this.#random.below(5000);
      const wish: Wish = { key: randomUUID(), organisation: made.organisation, amount, card: this.#random.pick(CARDS), answers: [], tries: 0, answerLost: false };
      this.wishes.push(wish);
      const mostTries = this.#random.below(8) === 0 ? 1 : Infinity;
      while (!(await this.#ask(made, wish)) && wish.tries < mostTries && !abandoned.aborted && this.surprises.length === 0) {
        await delay(20);
      }
      // Some ask again although they were answered.
      if (wish.answers.length > 0 && this.#random.below(5) === 0) await this.#ask(made, wish);
    }
  }

  /** @returns whether an answer came. */
  async #ask(made: MadeOrganisation, wish: Wish): Promise<boolean> {
    try {
      const token = await this.#token(made);
      wish.tries += 1;
      const response = await fetch(`${this.#url}/v1/organisations/${wish.organisation}/prepaid/top-ups`, {
        method: 'POST',
        headers: { ...this.#headers(token), 'idempotency-key': wish.key },
        body: JSON.stringify({ amount: { amount: wish.amount, currency: 'CHF' }, card: wish.card }),
      });
      if (response.status === 201) {
        wish.answerLost ||= wish.answers.length === 0 && response.headers.has('idempotency-replayed');
        wish.answers.push(await response.json() as TopUp);
      } else if (response.status === 401) this.#tokens.delete(made.organisation);
      else if (response.status !== 503) this.surprises.push(`${response.status} ${await response.text()}`);
      return response.status === 201;
    } catch (error) {
      if (error instanceof TypeError || error instanceof SyntaxError) return false;
      throw error;
    }
  }

  async #token({ organisation, account }: MadeOrganisation): Promise<string> {
    const known = this.#tokens.get(organisation);
    if (known !== undefined) return known;
    const response = await fetch(`${this.#url}/v1/widget-sessions`, {
      method: 'POST',
      headers: this.#headers(this.#stage.partnerKey),
      body: JSON.stringify({
        person: account, organisation, origin: this.#stage.origin, elements: ['org-switcher'], features: ['prepaid:top-up'],
      }),
    });
    if (response.status !== 201) throw new TypeError(`No session: ${response.status}`);
    const { token } = await response.json() as { token: string };
    this.#tokens.set(organisation, token);
    return token;
  }

  #headers(secret: string): Record<string, string> {
    return { authorization: `Bearer ${secret}`, 'content-type': 'application/json', origin: this.#stage.origin };
  }
}
