import type { Database } from '../storage/database.ts';

/**
 * What must hold at every commit, each as one statement that yields what breaks it (`subject`, text).
 * One statement sees one snapshot, so they may run beside the traffic.
 */
const INVARIANTS: Readonly<Record<string, string>> = {
  'the balances of an organisation in one currency add up to zero': `
    select organisation_id || ' ' || currency as subject from ledger_account
    group by organisation_id, currency having sum(balance) <> 0`,
  'a balance is the sum of its entries and the running balance of the last one': `
    select a.organisation_id || ' ' || a.kind as subject
    from ledger_account a left join ledger_entry e on e.organisation_id = a.organisation_id and e.account_id = a.id
    group by a.organisation_id, a.id, a.kind, a.balance, a.version
    having a.balance <> coalesce(sum(e.amount), 0)
      or a.balance <> coalesce(max(e.balance) filter (where e.version = a.version), 0)`,
  'the versions of an account run from 1 to its own without a gap': `
    select a.organisation_id || ' ' || a.kind as subject
    from ledger_account a left join ledger_entry e on e.organisation_id = a.organisation_id and e.account_id = a.id
    group by a.organisation_id, a.id, a.kind, a.version
    having count(e.version) <> a.version or coalesce(max(e.version), 0) <> a.version or coalesce(min(e.version), 1) <> 1`,
  'a running balance is the one before it plus the amount': `
    select organisation_id || ' ' || account_id || ' ' || version as subject from (
      select organisation_id, account_id, version, amount, balance, lag(balance, 1, 0::bigint)
        over (partition by organisation_id, account_id order by version) as before from ledger_entry) e
    where before + amount <> balance`,
  'prepaid and reserved money is never below zero, debt never above': `
    select a.organisation_id || ' ' || a.kind as subject
    from ledger_entry e join ledger_account a on a.organisation_id = e.organisation_id and a.id = e.account_id
    where (a.kind in ('prepaid', 'reserved') and e.balance < 0) or (a.kind = 'owed' and e.balance > 0)`,
  'a transfer has two entries of its amount, in accounts of its organisation and currency': `
    select t.organisation_id || ' ' || t.id as subject
    from ledger_transfer t
      left join ledger_entry e on e.organisation_id = t.organisation_id and e.transfer_id = t.id
      left join ledger_account a on a.organisation_id = e.organisation_id and a.id = e.account_id
    group by t.organisation_id, t.id, t.amount, t.currency, t.from_account, t.to_account
    having count(e.version) <> 2 or t.amount <= 0 or t.from_account = t.to_account
      or count(*) filter (where a.currency <> t.currency) > 0
      or count(*) filter (where e.account_id = t.from_account and e.amount = -t.amount) <> 1
      or count(*) filter (where e.account_id = t.to_account and e.amount = t.amount) <> 1`,
  'a top-up that arrived was posted once, another one never': `
    select u.organisation_id || ' ' || u.id as subject
    from top_up u left join ledger_transfer t on t.organisation_id = u.organisation_id and t.document_id = u.id
    group by u.organisation_id, u.id, u.state, u.amount, u.currency
    having count(*) filter (where t.currency <> u.currency) > 0
      or count(*) filter (where t.cause = 'top-up') <> case when u.state in ('settled', 'charged-back') then 1 else 0 end
      or coalesce(sum(t.amount) filter (where t.cause = 'top-up'), 0)
        <> case when u.state in ('settled', 'charged-back') then u.amount else 0 end
      or coalesce(sum(t.amount) filter (where t.cause = 'charge-back'), 0)
        <> case when u.state = 'charged-back' then u.amount else 0 end`,
  'a key of a request has its answer, and no two keys the same top-up': `
    select k.organisation_id || ' ' || min(k.act) as subject
    from idempotency_key k
      left join top_up u on u.organisation_id = k.organisation_id and u.id = (k.answer ->> 'id')::uuid
    where k.act = 'prepaid.top-up'
    group by k.organisation_id, u.id having u.id is null or count(*) > 1`,
  'a placed order has an invoice of its price, and what was paid for it is all or nothing': `
    select r.organisation_id || ' ' || r.id as subject
    from customer_order r
      left join invoice i on i.organisation_id = r.organisation_id and i.id = r.invoice_id
      left join ledger_transfer t on t.organisation_id = r.organisation_id and t.document_id = r.invoice_id and t.cause = 'payment'
    where r.state in ('placed', 'paid')
    group by r.organisation_id, r.id, r.state, r.quote, i.total
    having i.total is distinct from (r.quote #>> '{totals,gross}')::bigint
      or coalesce(sum(t.amount), 0) <> case r.state when 'paid' then i.total else 0 end`,
  'what codes took off a placed order is what it used them for': `
    select r.organisation_id || ' ' || r.id as subject
    from customer_order r left join promo_use u on u.organisation_id = r.organisation_id and u.order_id = r.id
    group by r.organisation_id, r.id, r.quote
    having coalesce(sum(u.discount), 0) <> coalesce((r.quote #>> '{totals,discount}')::bigint, 0)`,
  'a promo code counts each of its uses': `
    select c.code as subject from promo_code c left join promo_use u on u.code = c.code
    group by c.code, c.used having count(u.code) > c.used`,
  'the application cannot change what was posted': `
    select n.name as subject from unnest(array['ledger_transfer', 'ledger_entry']) as n (name)
    where has_table_privilege('kontor_app', n.name, 'update')
      or has_table_privilege('kontor_app', n.name, 'delete')
      or has_table_privilege('kontor_app', n.name, 'truncate')`,
};

/**
 * Checks the ledger of all organisations.
 * @returns one line for each invariant that is broken, with the first organisations and accounts that
 *   break it; none where all is well.
 */
export async function checkInvariants(database: Pick<Database, 'asOwner'>): Promise<string[]> {
  const violations: string[] = [];
  for (const [invariant, breakers] of Object.entries(INVARIANTS)) {
    const rows = await database.asOwner((tx) => tx.query<{ subject: string }>(`${breakers} limit 10`), { unlimited: true });
    if (rows.length > 0) violations.push(`${invariant}: ${rows.map(({ subject }) => subject).join(', ')}`);
  }
  return violations;
}
