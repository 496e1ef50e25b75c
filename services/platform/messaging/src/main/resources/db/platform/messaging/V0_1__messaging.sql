-- Outbox, relay cursor, consumer offsets and parked aggregates of one service (design: "How a change flows").

create table messaging_identity (
  one boolean primary key default true check (one),
  system_identifier text not null,
  incarnation int not null
);
insert into messaging_identity (system_identifier, incarnation)
select system_identifier::text, 1 from pg_control_system();

-- One row a service transaction. Never updated; dropped a day at a time.
create table outbox (
  seq bigint generated always as identity,
  tx xid8 not null default pg_current_xact_id(),
  day date not null default (now() at time zone 'UTC')::date,
  recorded_at timestamptz not null default now(),
  id uuid not null,
  conference uuid not null,
  channel text not null check (channel in ('changes', 'receipts')),
  payload text not null
) partition by range (day);
create index outbox_tx on outbox (tx);
create index outbox_recorded on outbox (recorded_at);

create table relay_cursor (
  one boolean primary key default true check (one),
  snapshot pg_snapshot not null
);
insert into relay_cursor (snapshot) values ('3:3:');

create table consumer_offset (
  topic text not null,
  partition int not null,
  leader_epoch int,
  next_offset bigint not null,
  primary key (topic, partition)
);

-- Changesets already applied: a redelivery is recognised here.
create table inbox (
  changeset uuid primary key,
  received_on date not null default (now() at time zone 'UTC')::date
);

create table upstream_version (
  conference uuid not null,
  aggregate text not null,
  id text not null,
  incarnation int not null,
  version bigint not null,
  primary key (conference, aggregate, id)
);

create table parked (
  conference uuid not null,
  aggregate text not null,
  id text not null,
  changeset uuid not null,
  root uuid not null,
  incarnation int not null,
  version bigint not null,
  event text not null,
  state text not null,
  reason text not null,
  parked_at timestamptz not null default now(),
  primary key (conference, aggregate, id)
);

-- Records that are no changeset at all: kept for a person to look at.
create table unreadable (
  topic text not null,
  partition int not null,
  record_offset bigint not null,
  payload bytea,
  reason text not null,
  read_at timestamptz not null default now(),
  primary key (topic, partition, record_offset)
);
