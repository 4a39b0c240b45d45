-- People's sign-in: passwords, what the OpenID provider keeps, its secrets, and attempts.
--
-- None of it belongs to an organisation. The application's role reaches nothing of it but which grants stand;
-- sign-in itself runs as the owner.

-- Apart from the account, so that reading accounts never reads hashes. Without a row there is no sign-in.
create table account_password (
  account_id uuid primary key references account,
  -- PHC string: $argon2id$v=19$m=…,t=…,p=…$salt$hash
  hash text not null,
  changed_at timestamptz not null
);

-- Codes, tokens, grants, sessions and interactions, by the provider's name of their kind. The id is the
-- SHA-256 of the one that clients hold.
create table sign_in_record (
  kind text not null,
  id text not null,
  -- The grant that it ends with; a grant's own.
  grant_id text,
  -- A session's second id, by which interactions know it.
  uid text,
  payload jsonb not null,
  consumed_at timestamptz,
  expires_at timestamptz not null,
  primary key (kind, id)
);
create index sign_in_record_by_grant on sign_in_record (grant_id) where grant_id is not null;
create index sign_in_record_by_uid on sign_in_record (uid) where uid is not null;
create index sign_in_record_by_expiry on sign_in_record (expires_at);

-- Keys of cookies, form tokens and DPoP nonces, the same on all instances. A deleted one is made anew.
create table sign_in_secret (
  purpose text primary key,
  bytes bytea not null
);

-- Attempts of one account or one address in a window of time.
create table sign_in_attempt (
  -- SHA-256 of what is counted.
  key text primary key,
  attempts integer not null,
  ends_at timestamptz not null
);
create index sign_in_attempt_by_end on sign_in_attempt (ends_at);

grant select (kind, id) on sign_in_record to kontor_app;
