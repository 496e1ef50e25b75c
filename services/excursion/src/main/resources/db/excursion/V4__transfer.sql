-- What liaisons decided at the step of a bus: applied at once, or waiting until somebody settles it. n: in which order they
-- came in. hindrance: why one had to wait.
create table transfer (
  conference uuid not null,
  id uuid not null,
  n bigint generated always as identity,
  person text not null,
  route text not null,
  bus text not null,
  base bigint not null,
  happened_at timestamp not null,
  learnt_at timestamptz not null,
  asked_by text not null,
  state text not null check (state in ('APPLIED', 'WAITING', 'DISMISSED')),
  hindrance text check (hindrance in
    ('stale-base', 'person-withdrawn', 'route-unknown', 'route-cancelled', 'bus-not-running')),
  settled_by text,
  settled_at timestamptz,
  word text,
  primary key (conference, id),
  check (state = 'APPLIED' or hindrance is not null),
  check ((settled_by is null) = (settled_at is null)),
  check ((settled_by is null) = (word is null))
);
create index transfer_waiting on transfer (conference, n) where state = 'WAITING';
