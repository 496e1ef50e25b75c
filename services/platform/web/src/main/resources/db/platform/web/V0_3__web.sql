-- Commands answered before (Idempotency-Key), and who did or tried what.

create table answered_command (
  conference uuid not null,
  idempotency_key text not null,
  fingerprint text not null,
  status int not null,
  version bigint,
  change uuid,
  body text not null,
  answered_at timestamptz not null default now(),
  primary key (conference, idempotency_key)
);

create table audit_entry (
  n bigint generated always as identity primary key,
  at timestamptz not null default now(),
  conference uuid not null,
  actor text not null,
  role text not null,
  action text not null,
  path text not null,
  outcome text not null,
  change uuid
);
create index audit_entry_conference on audit_entry (conference, n);
