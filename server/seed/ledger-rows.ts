import type { AccountKind } from '../ledger/lock-accounts.ts';
import type { SeedRow } from './insert-rows.ts';
import { ledgerAccountRows } from './ledger-account-rows.ts';
import type { PrepaidPlan } from './plan-prepaid.ts';
import type { Random } from './random.ts';

export interface LedgerRows {
  readonly topUps: SeedRow[];
  readonly accounts: SeedRow[];
  readonly transfers: SeedRow[];
  readonly entries: SeedRow[];
}

/**
 * What the ledger would hold after posting a plan, worked out here because a hundred thousand transfers
 * one by one take minutes. The ledger's invariants are checked over the result in the tests.
 */
export function ledgerRows({ organisation, topUps, postings }: PrepaidPlan, random: Random): LedgerRows {
  const { id, currency } = organisation;
  const first = postings[0];
  if (!first) return { topUps, accounts: [], transfers: [], entries: [] };
  const accounts = new Map(ledgerAccountRows(organisation, first.at, random).map((row) =>
    [row.kind, { ...row, balance: 0, version: 0 }]));
  const entries: SeedRow[] = [];
  const enter = (kind: AccountKind, transfer: string, amount: number): string => {
    const account = accounts.get(kind);
    if (!account) throw new Error('A posting names an unknown ledger account.');
    account.balance += amount;
    account.version += 1;
    const { balance, version } = account;
    entries.push({ organisation_id: id, account_id: account.id, version, transfer_id: transfer, amount, balance });
    return account.id;
  };
  const transfers = postings.map(({ id: transfer, from, to, amount, cause, document, at }) => ({
    organisation_id: id,
    id: transfer,
    from_account: enter(from, transfer, -amount),
    to_account: enter(to, transfer, amount),
    amount,
    currency,
    cause,
    document_id: document,
    at,
  }));
  return { topUps, accounts: [...accounts.values()], transfers, entries };
}
