/** What a renewal costs with VAT, of a product `p` and its organisation `o`. */
export const RENEWAL_TOTAL = 'p.net + (p.net * o.vat_basis_points + 5000) / 10000';

/**
 * What an organisation has to pay, as rows of one shape: open invoices and pro formas of our own, and
 * renewals of active products that have no invoice for that term yet. Parameters: $2 today, $3 patterns
 * that the text of an invoice must match, $4 ids of the products whose name is searched for or null for
 * all. Imported invoices were settled elsewhere and are none of these, nor is what a partner pays for.
 * @param organisation its id in SQL; not `i`, `p`, `o` or `r`, which the text uses itself
 */
export const toPayItems = (organisation: string): string => `
  select i.id, 'invoice' as kind, coalesce(i.due_on, i.issued_on + 30) as due_on,
    case when i.state = 'due' and i.due_on < $2 then 0 when i.state = 'due' then 1 else 2 end as rank,
    coalesce(i.number, i.pro_forma_number) as number, i.subject, null as product_kind, null::boolean as auto_renew,
    i.currency, i.payable as total
  from invoice i
  where i.organisation_id = ${organisation} and i.state in ('pro-forma', 'due') and i.origin = 'kontor'
    and i.search_text like all ($3::text[])
  union all
  select p.id, 'renewal', p.renews_on,
    case when p.renews_on < $2 then 0 else 3 end,
    null, p.name, p.kind, p.auto_renew,
    o.currency, ${RENEWAL_TOTAL}
  from product p join organisation o on o.id = p.organisation_id
  where p.organisation_id = ${organisation} and p.state = 'active' and p.payer_partner_id is null and ($4::uuid[] is null or p.id = any ($4))
    and not exists (
      select 1 from invoice r
      where r.organisation_id = ${organisation} and r.renews_product_id = p.id and r.renews_from = p.renews_on and r.state <> 'cancelled')`;

/** The same of the organisation in $1. */
export const TO_PAY_ITEMS = toPayItems('$1');

/** The states of such rows, by `rank`, in the order in which they sort. */
export const TO_PAY_STATUSES = ['overdue', 'due', 'pro-forma', 'upcoming'] as const;
