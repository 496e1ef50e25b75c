-- Who may sign in, what they may do where, who is signed in, and who did or tried what.

create table account (
  name text primary key,
  display text not null,
  password text,
  enabled boolean not null default true,
  must_change_password boolean not null default false,
  -- whom an OIDC issuer knows them as
  issuer text,
  subject text,
  version bigint not null default 1,
  -- raised whenever what the account may do changes: tokens and streams made before are void
  rights bigint not null default 1,
  created_at timestamptz not null default now(),
  unique (issuer, subject)
);

create table account_grant (
  account text not null references account on delete cascade,
  scope text not null,
  role text not null,
  primary key (account, scope, role)
);

-- The cookie's value is nowhere here, only its hash.
create table signed_in (
  id uuid primary key,
  secret bytea not null unique,
  account text not null references account on delete cascade,
  address text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null
);
create index signed_in_account on signed_in (account);

create table sign_in_attempt (
  id uuid primary key,
  account text not null,
  address text not null,
  at timestamptz not null
);
create index sign_in_attempt_at on sign_in_attempt (at);

-- Signing in with an OIDC issuer, between leaving for it and coming back.
create table sign_in_elsewhere (
  browser bytea primary key,
  request text not null,
  at timestamptz not null
);

create table audit_entry (
  n bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor text not null,
  action text not null,
  path text not null,
  outcome text not null,
  address text not null
);
create index audit_entry_at on audit_entry (at);
