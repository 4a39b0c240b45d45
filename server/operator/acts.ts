import { readFigure } from './read-figure.ts';

/** What the words of a command ask of the gateway. */
export interface OperatorRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Behind `/v1/operator`. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** The options of a command: a text, or several where it was repeated. */
export type Options = Readonly<Record<string, readonly string[] | undefined>>;

interface Act {
  /** Its options, for the list of acts. */
  readonly usage: string;
  readonly request: (given: Given) => OperatorRequest;
}

/** Every act by its words. Options that an act does not ask for are refused. */
const ACTS: Readonly<Record<string, Act>> = {
  'partner create': {
    usage: '--name <name> --payment-mode client-pays|partner-pays [--organisation <id>]',
    request: (given) => post('/partners', { name: given.text('name'), paymentMode: given.text('payment-mode'), organisation: given.maybe('organisation') }),
  },
  'partner list': { usage: '', request: () => read('/partners') },
  'key create': {
    usage: '--partner <id> --name <name> --scope <scope> [--scope <scope>] [--expires-on <day>]',
    request: (given) => post(`${partner(given)}/keys`, { name: given.text('name'), scopes: given.list('scope'), expiresOn: given.maybe('expires-on') }),
  },
  'key list': { usage: '--partner <id>', request: (given) => read(`${partner(given)}/keys`) },
  'key revoke': { usage: '--partner <id> --key <id>', request: (given) => remove(`${partner(given)}/keys/${given.part('key')}`) },
  'origin add': { usage: '--partner <id> --origin <origin>', request: (given) => post(`${partner(given)}/origins`, { origin: given.text('origin') }) },
  'origin list': { usage: '--partner <id>', request: (given) => read(`${partner(given)}/origins`) },
  'origin remove': { usage: '--partner <id> --origin <origin>', request: (given) => remove(`${partner(given)}/origins${given.query('origin')}`) },
  'grant list': { usage: '--partner <id> [--offset <n>]', request: (given) => read(`${partner(given)}/clients${given.query('offset')}`) },
  'promo-code create': {
    usage: '--code <code> (--percent <n> | --amount <5.00> --currency <CHF>) [--product-kind <kind>] [--payment-method <method>] ' +
      '[--starts-on <day>] [--expires-on <day>] [--organisation <id>] [--max-uses <n>] [--new-customers-only] [--stands-alone]',
    request: (given) => post('/promo-codes', {
      code: given.text('code'), percent: given.figure('percent'), amount: given.money(),
      productKinds: given.maybeList('product-kind'), paymentMethods: given.maybeList('payment-method'),
      startsOn: given.maybe('starts-on'), expiresOn: given.maybe('expires-on'), organisation: given.maybe('organisation'),
      maxUses: given.figure('max-uses'), newCustomersOnly: given.flag('new-customers-only'), stackable: !given.flag('stands-alone'),
    }),
  },
  'promo-code withdraw': { usage: '--code <code>', request: (given) => remove(`/promo-codes/${given.part('code')}`) },
  'audit export': {
    usage: '--format csv|jsonl [--organisation <id>] [--act <act>] [--from <day>] [--to <day>]',
    request: (given) => read(`/audit/export${given.query('format', 'organisation', 'act', 'from', 'to')}`),
  },
};

/** All acts with their options, a line each. */
export const OPERATOR_USAGE = ['Usage: npm run operator -- <act>', ...Object.entries(ACTS).map(([words, { usage }]) => `  ${words} ${usage}`.trimEnd())].join('\n');

/**
 * The request that a command stands for.
 * @throws {RangeError} with words for a person where there is no such act, or an option is missing or not asked for
 */
export function operatorRequest(words: readonly string[], options: Options): OperatorRequest {
  const act = Object.hasOwn(ACTS, words.join(' ')) ? ACTS[words.join(' ')] : undefined;
  if (!act) throw new RangeError(OPERATOR_USAGE);
  const given = new Given(options);
  const request = act.request(given);
  const unasked = given.unasked();
  if (unasked !== undefined) throw new RangeError(`${words.join(' ')} does not know --${unasked}. It takes: ${act.usage}`);
  return request;
}

/** Reads options, and knows which were asked for. */
class Given {
  readonly #options: Options;
  readonly #asked = new Set<string>();

  constructor(options: Options) {
    this.#options = options;
  }

  text(name: string): string {
    return this.list(name).at(-1) ?? '';
  }

  maybe(name: string): string | undefined {
    return this.maybeList(name)?.at(-1);
  }

  list(name: string): readonly string[] {
    const values = this.maybeList(name);
    if (!values) throw new RangeError(`--${name} is missing.`);
    return values;
  }

  maybeList(name: string): readonly string[] | undefined {
    this.#asked.add(name);
    return this.#options[name];
  }

  flag(name: string): boolean {
    return this.maybeList(name) !== undefined;
  }

  figure(name: string): number | undefined {
    const text = this.maybe(name);
    return text === undefined ? undefined : readFigure(name, text);
  }

  money(): { amount: number; currency: string } | undefined {
    const [amount, currency] = [this.maybe('amount'), this.maybe('currency')];
    if (amount === undefined && currency === undefined) return undefined;
    return { amount: readFigure('amount', amount ?? '', currency ?? ''), currency: currency ?? '' };
  }

  /** As a part of an address. */
  part(name: string): string {
    return encodeURIComponent(this.text(name));
  }

  /** As a query string of those that are there. */
  query(...names: readonly string[]): string {
    const pairs = names.flatMap((name) => (this.maybe(name) === undefined ? [] : [[name, this.text(name)]]));
    return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
  }

  unasked(): string | undefined {
    return Object.keys(this.#options).find((name) => !this.#asked.has(name));
  }
}

function partner(given: Given): string {
  return `/partners/${given.part('partner')}`;
}

function read(path: string): OperatorRequest {
  return { method: 'GET', path };
}

function remove(path: string): OperatorRequest {
  return { method: 'DELETE', path };
}

/** What was left out is not sent. */
function post(path: string, body: Readonly<Record<string, unknown>>): OperatorRequest {
  return { method: 'POST', path, body: Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) };
}
