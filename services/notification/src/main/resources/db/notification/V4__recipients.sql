-- What is learnt from the states that pass by: conferences, and whom the owner of a manifest names for it.
create table conference_fact (
  conference uuid primary key,
  incarnation int not null,
  seen bigint not null,
  code text not null,
  name text not null,
  zone text not null,
  starts timestamp not null,
  ends timestamp not null,
  rehearsal boolean not null
);

-- A conference without a row is in planning. A rehearsal may live by a clock of its own: at `clock_real` it was
-- `clock_conference` there, and from then on time passes `clock_rate` times as fast.
create table conference_phase (
  conference uuid primary key,
  live_at timestamptz,
  live_by text,
  clock_real timestamptz,
  clock_conference timestamptz,
  clock_rate double precision not null default 1 check (clock_rate > 0)
);

create table manifest_fact (
  conference uuid not null,
  manifest text not null,
  kind text not null,
  incarnation int not null,
  seen bigint not null,
  title text not null,
  contact text,
  due timestamp,
  route text,
  trip_kind text,
  place text,
  cancelled boolean not null,
  primary key (conference, manifest)
);
create index manifest_fact_contact on manifest_fact (conference, contact);

-- Contacts: by which channels, when, and who stands in.
alter table contact add column channels text[];
alter table contact add column webhook text;
alter table contact add column webhook_secret text;
alter table contact add column works_from time;
alter table contact add column works_to time;
alter table contact add column stand_in text;
alter table contact add column language text;

-- What a desk says of who receives what, beside the contact that the owner names. `pattern` is a manifest or `<kind>:*`.
create table audience_rule (
  conference uuid not null,
  id uuid not null,
  pattern text not null,
  contact text not null,
  effect text not null check (effect in ('add', 'remove')),
  said_by text not null,
  said_at timestamptz not null,
  primary key (conference, id),
  unique (conference, pattern, contact)
);

-- How one recipient stands with one manifest. Versions; 0 is none. In debt: active and told > acknowledged.
create table standing (
  conference uuid not null,
  contact text not null,
  manifest text not null,
  told bigint not null,
  sent bigint not null default 0,
  seen bigint not null default 0,
  acknowledged bigint not null default 0,
  owed_since timestamptz,
  due timestamp,
  acknowledged_at timestamptz,
  acknowledged_by text,
  acknowledged_how text,
  ladder_step int not null default 0,
  next_step_at timestamptz,
  active boolean not null default true,
  primary key (conference, contact, manifest)
);
create index standing_manifest on standing (conference, manifest);
create index standing_debt on standing (conference, owed_since) where active and told > acknowledged;
create index standing_step on standing (next_step_at) where next_step_at is not null;

-- Who was to be told of which version, as it was when the version was cut.
create table version_recipient (
  conference uuid not null,
  manifest text not null,
  version bigint not null,
  contact text not null,
  primary key (conference, manifest, version, contact)
);

create table acknowledgement (
  conference uuid not null,
  contact text not null,
  manifest text not null,
  version bigint not null,
  covers_from bigint not null,
  at timestamptz not null,
  name text not null,
  how text not null check (how in ('page', 'sms', 'call', 'desk')),
  device text not null default '',
  primary key (conference, contact, manifest, version)
);

-- One message to one recipient on one channel. At most one of each waits; what comes meanwhile goes with it.
create table letter (
  id uuid primary key,
  conference uuid not null,
  contact text not null,
  channel text not null,
  purpose text not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'delivered', 'failed', 'unknown', 'withdrawn')),
  rehearsal boolean not null,
  planned_at timestamptz not null,
  send_after timestamptz not null,
  sending_at timestamptz,
  sent_at timestamptz,
  settled_at timestamptz,
  next_look_at timestamptz,
  attempts int not null default 0,
  provider_reference text,
  code text,
  reason text,
  words text
);
create unique index letter_waiting on letter (conference, contact, channel, purpose) where state = 'waiting';
create index letter_to_send on letter (send_after) where state = 'waiting';
create index letter_sending on letter (sending_at) where state = 'sending';
create index letter_to_look_up on letter (next_look_at) where next_look_at is not null;
create index letter_of_conference on letter (conference, planned_at);
create index letter_code on letter (code) where code is not null;

create table letter_item (
  letter uuid not null references letter (id) on delete cascade,
  manifest text not null,
  from_version bigint not null,
  to_version bigint not null,
  primary key (letter, manifest)
);
create index letter_item_manifest on letter_item (manifest, letter);
