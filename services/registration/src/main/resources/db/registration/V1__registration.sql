-- What registration owns. Times are local to the conference unless they end in _at (UTC).

create table conference (
  conference uuid primary key,
  code text not null,
  name text not null,
  timezone text not null,
  starts timestamp not null,
  ends timestamp not null,
  registration_deadline timestamp,
  rehearsal boolean not null,
  version bigint not null,
  created bigint generated always as identity
);

create table delegation (
  conference uuid not null,
  code text not null,
  name text not null,
  cancelled boolean not null,
  version bigint not null,
  primary key (conference, code)
);

create table participant (
  conference uuid not null,
  person text not null,
  registered bigint generated always as identity,
  delegation text not null,
  name text not null,
  name_key text not null,
  gender text not null,
  rank int not null,
  title text not null,
  phone text not null,
  companion_of text,
  attending boolean not null,
  declared_diet text not null,
  requested_route text not null,
  route_as_host boolean not null,
  substitute_for text,
  version bigint not null,
  primary key (conference, person)
);
-- One name once among those of a delegation who attend; the withdrawn do not block.
create unique index participant_name on participant (conference, delegation, name_key) where attending;
create index participant_order on participant (conference, delegation, registered);
create index participant_companions on participant (conference, companion_of) where companion_of is not null;

create table itinerary (
  conference uuid not null,
  person text not null,
  arrival_time timestamp,
  arrival_place text not null,
  arrival_number text not null,
  departure_time timestamp,
  departure_place text not null,
  departure_number text not null,
  version bigint not null,
  primary key (conference, person)
);

-- Upstream: excursion's routes, as far as registration must know them.
create table known_route (
  conference uuid not null,
  code text not null,
  name text not null,
  cancelled boolean not null,
  primary key (conference, code)
);

-- An uploaded roster and how far its import has come. `part` and `row_done` are written in the
-- transaction of the part, so that an import goes on where it was interrupted.
create table roster (
  conference uuid not null,
  roster uuid not null,
  uploaded bigint generated always as identity,
  file text not null,
  delegation text not null,
  status text not null check (status in ('reading', 'done', 'refused')),
  people int not null default 0,
  waiting int not null default 0,
  change uuid,
  root uuid not null,
  part int not null default 0,
  row_done int not null default 0,
  content bytea not null,
  actor text not null,
  role text not null,
  reason text,
  received_at timestamptz not null,
  progressed_at timestamptz not null,
  primary key (conference, roster)
);
create index roster_reading on roster (uploaded) where status = 'reading';

-- Cells that wait for a clerk until they are settled. Row 0 is the file as a whole.
create table roster_issue (
  conference uuid not null,
  roster uuid not null,
  n int not null,
  sheet text not null,
  row_number int not null,
  column_letters text not null,
  field text not null,
  value text not null,
  reason text not null,
  settled boolean not null default false,
  primary key (conference, roster, n)
);

-- What an office adds to the tables of synonyms; what was added later wins.
create table office_synonym (
  conference uuid not null,
  added bigint generated always as identity,
  kind text not null,
  wording text not null,
  meaning text not null,
  primary key (conference, added)
);
