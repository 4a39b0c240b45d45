/** What the application's role may do with a table. */
export type Privilege = 'select' | 'insert' | 'update' | 'delete';

/**
 * Tables whose rows belong to no organisation, each with the reason and with all that the application's role
 * may do there. Every other table must have a column organisation_id and live under row-level security.
 */
export const OF_NO_ORGANISATION: Readonly<Record<string, { readonly reason: string; readonly may: readonly Privilege[] }>> = {
  account: { reason: 'a login, which reaches many organisations', may: ['select'] },
  account_password: { reason: 'sign-in alone reads it, as the owner', may: [] },
  catalogue_item: { reason: 'the operator\'s, the same for every organisation', may: ['select'] },
  catalogue_price: { reason: 'the operator\'s, the same for every organisation', may: ['select'] },
  document_series: { reason: 'the seller\'s numbers run through all organisations', may: ['select', 'insert', 'update'] },
  gateway_audit_entry: { reason: 'acts that concern no organisation; the operator alone reads them', may: ['insert'] },
  installation: { reason: 'what this gateway is', may: ['select'] },
  job: { reason: 'worked by the gateway itself; no route shows one', may: ['insert'] },
  logo: { reason: 'public by the hash of its bytes', may: ['select'] },
  partner: { reason: 'a partner serves many organisations', may: ['select'] },
  partner_key: { reason: 'belongs to a partner', may: ['select', 'update'] },
  partner_origin: { reason: 'belongs to a partner', may: ['select'] },
  promo_code: { reason: 'the operator\'s; its organisation_id says whom a code is for, and pricing tells others that there is none', may: ['select', 'update'] },
  revoked_session: { reason: 'ids of sessions, which tell nothing', may: ['select', 'insert'] },
  schema_migration: { reason: 'which migrations ran', may: [] },
  sign_in_attempt: { reason: 'sign-in alone reads it, as the owner', may: [] },
  sign_in_record: { reason: 'belongs to a person; the application sees which grants stand', may: ['select'] },
  sign_in_secret: { reason: 'sign-in alone reads it, as the owner', may: [] },
  signing_key: { reason: 'the gateway\'s', may: ['select'] },
};

/** Tables that only grow: what happened is neither changed nor taken away. */
export const ONLY_GROWING: readonly string[] = ['ledger_transfer', 'ledger_entry', 'audit_entry', 'gateway_audit_entry', 'invoice_original', 'promo_use'];

/** Policies beside `tenant` that show the application's role rows. None lets it write any. */
export const FURTHER_POLICIES: Readonly<Record<string, string>> = {
  'organisation own_list': 'a person lists the organisations they belong to',
  'membership own_list': 'a person lists their memberships',
  'partner_grant own_list': 'a partner lists who granted it access',
};
