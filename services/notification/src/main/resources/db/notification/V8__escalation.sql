-- The escalation ladder. `ladder_since` is in the conference's own time (a rehearsal's clock may be set anew at any time): when the
-- debt began, or when the last step was taken. `stands_in`: told of a manifest only because another does not answer.
alter table standing add column ladder_since timestamptz;
alter table standing add column stands_in boolean not null default false;
update standing set ladder_since = owed_since;
-- Who has acknowledged in the recipient's stead.
alter table acknowledgement add column stood_in_by text;

-- A conference's own ladders; a kind without a row has the platform's.
create table ladder (
  conference uuid not null,
  kind text not null check (kind in ('trip', 'site', 'meal', 'rooming', 'session')),
  version bigint not null,
  said text not null,
  primary key (conference, kind)
);

-- Every step that was taken. `what`: told (whom, by which letter), called (which task), nobody (there was nobody to tell), reminded.
create table escalation (
  n bigint generated always as identity primary key,
  conference uuid not null,
  contact text not null,
  manifest text not null,
  from_version bigint not null,
  to_version bigint not null,
  step text not null,
  at timestamptz not null,
  what text not null check (what in ('told', 'called', 'nobody', 'reminded')),
  told text,
  letter uuid,
  task uuid
);
create index escalation_of_debt on escalation (conference, contact, manifest, n);
create index escalation_letter on escalation (letter) where letter is not null;

create table standing_in (
  conference uuid not null,
  manifest text not null,
  contact text not null,
  stand_in text not null,
  since timestamptz not null,
  primary key (conference, manifest, contact, stand_in)
);
create index standing_in_by on standing_in (conference, manifest, stand_in);

-- Calls that the duty room is to make; at most one open of a recipient and a manifest. No `contact`: nobody receives it.
create table call_task (
  id uuid primary key,
  conference uuid not null,
  contact text not null,
  manifest text not null,
  left_on_red text,
  due timestamp,
  opened_at timestamptz not null,
  reminded int not null default 0,
  reminded_at timestamptz,
  assigned_to text,
  assigned_at timestamptz,
  closed_at timestamptz,
  closed_by text,
  closed_how text check (closed_how in ('acknowledged', 'owed-no-more', 'passed-on'))
);
create unique index call_task_open on call_task (conference, contact, manifest) where closed_at is null;
create index call_task_conference on call_task (conference, opened_at);

create table call_outcome (
  task uuid not null references call_task (id) on delete cascade,
  n int not null,
  at timestamptz not null,
  by text not null,
  outcome text not null check (outcome in ('reached-acknowledged', 'no-answer', 'wrong-number', 'passed-on')),
  note text,
  primary key (task, n)
);

-- The departure gate: one of each trip whose roll-call was heard. It is of the roll-call that was heard last.
create table gate (
  conference uuid not null,
  trip text not null,
  root uuid not null,
  roll_call text not null,
  happened_at timestamp not null,
  learnt_at timestamptz not null,
  settled boolean not null default false,
  light text not null default 'evaluating' check (light in ('evaluating', 'red', 'green')),
  since timestamptz not null,
  departed_at timestamp,
  primary key (conference, trip)
);
create index gate_root on gate (root);
create index gate_since on gate (since);

-- What each site must have acknowledged; those of a later day are shown and hold nobody up.
create table gate_site (
  conference uuid not null,
  trip text not null,
  manifest text not null,
  version bigint not null,
  required boolean not null,
  primary key (conference, trip, manifest)
);
create index gate_site_manifest on gate_site (conference, manifest);

-- That a trip has left: a field fact. Two times: when it happened (local), when we learnt it.
create table departure (
  id uuid primary key,
  conference uuid not null,
  trip text not null,
  happened_at timestamp not null,
  learnt_at timestamptz not null,
  said_by text not null,
  light text not null,
  reason text
);
create index departure_trip on departure (conference, trip, learnt_at);
