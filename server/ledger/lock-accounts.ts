import { v7 as uuid } from 'uuid';
import type { Currency } from '../../shared/money/money.ts';
import type { Queryable } from '../storage/database.ts';
import { toNumber } from '../storage/minor-units.ts';

/**
 * `prepaid` and `reserved` are the customer's and never below zero; `owed` is what was charged back after
 * it was spent, at or below zero; `outside` is the world the money comes from and goes to.
 */
export type AccountKind = 'outside' | 'owed' | 'prepaid' | 'reserved';

/** An account that the transaction holds locked. */
export interface LockedAccount {
  readonly id: string;
  /** Minor units; kept up to date by what is posted through these accounts. */
  balance: number;
}

/** Accounts of one organisation in one currency, so that nothing posted between them can cross either. */
export interface LockedAccounts {
  readonly organisation: string;
  readonly currency: Currency;
  get(kind: AccountKind): LockedAccount;
}

/** In the one order in which they are created. */
const KINDS: readonly AccountKind[] = ['outside', 'owed', 'prepaid', 'reserved'];

const LOCK = `select id, kind, balance from ledger_account
  where organisation_id = $1 and currency = $2 and kind = any ($3)
  order by id for no key update`;

const CREATE = `insert into ledger_account (organisation_id, id, kind, currency)
  select $1, n.id, n.kind, $2 from unnest($3::uuid[], $4::text[]) as n (id, kind)
  on conflict do nothing`;

/**
 * Locks an organisation's accounts of one currency until the transaction ends and tells their balances.
 * Every lock is taken here, before anything refers to the accounts, and always in the order of their ids:
 * a foreign key's check takes a shared lock, and two callers who took the locks in any other order
 * would wait for each other for ever.
 *
 * An organisation's first money creates all its accounts of that currency together and in one order, so
 * two firsts at the same time wait for each other while they hold nothing.
 */
export async function lockAccounts(
  tx: Queryable, organisation: string, currency: Currency, kinds: readonly AccountKind[],
): Promise<LockedAccounts> {
  const lock = (): Promise<AccountRow[]> => tx.query<AccountRow>(LOCK, [organisation, currency, kinds]);
  let rows = await lock();
  if (rows.length < kinds.length) {
    await tx.query(CREATE, [organisation, currency, KINDS.map(() => uuid()), KINDS]);
    rows = await lock();
  }
  const accounts = new Map(rows.map(({ id, kind, balance }) => [kind, { id, balance: toNumber(balance) }]));
  const get = (kind: AccountKind): LockedAccount => {
    const account = accounts.get(kind);
    if (!account) throw new Error(`The ledger account "${kind}" is not locked here.`);
    return account;
  };
  return { organisation, currency, get };
}

type AccountRow = { id: string; kind: AccountKind; balance: bigint };
