-- What one desk asks of another: that its plans move by so much. Answered once, by a name.
create table retiming (
  conference uuid not null,
  id uuid not null,
  desk text not null,
  minutes integer not null check (minutes <> 0),
  plans text[] not null check (cardinality(plans) > 0),
  due timestamp,
  reason text not null,
  asked_by text not null,
  asked_as text not null,
  asked_at timestamptz not null,
  outcome text check (outcome in ('done', 'declined')),
  word text,
  answered_by text,
  answered_at timestamptz,
  primary key (conference, id),
  check ((outcome is null) = (answered_by is null)),
  check ((outcome is null) = (answered_at is null))
);
create index retiming_open on retiming (conference, asked_at) where outcome is null;
