-- Excursion's own tables first, then what it has learnt from other services. No foreign keys to what others own: facts
-- of different services come in any order.

create table route (
  conference uuid not null,
  code text not null,
  name text not null,
  departs timestamp not null,
  returns timestamp not null,
  cancelled boolean not null default false,
  version bigint not null,
  primary key (conference, code)
);

create table stop (
  conference uuid not null,
  code text not null,
  route text not null,
  seq int not null,
  name text not null,
  arrives timestamp not null,
  leaves timestamp not null,
  contact text not null,
  cancelled boolean not null default false,
  version bigint not null,
  primary key (conference, code),
  foreign key (conference, route) references route (conference, code)
);
create index stop_route on stop (conference, route);

-- Which route and bus a person belongs to; seen_*: the latest sighting aboard that bus since they came onto it.
create table membership (
  conference uuid not null,
  person text not null,
  route text not null,
  bus text not null,
  absent boolean not null,
  bus_rule text not null check (bus_rule in ('HOST', 'DELEGATION', 'MOST_FREE_SEATS')),
  seen_happened_at timestamp,
  seen_learnt_at timestamptz,
  seen_order bigint,
  version bigint not null,
  primary key (conference, person),
  check (route <> '' or bus = ''),
  check (not absent or bus <> '')
);
create index membership_route_bus on membership (conference, route, bus);
create index membership_bus on membership (conference, bus);

create table known_conference (
  conference uuid primary key,
  code text not null
);

create table participant (
  conference uuid not null,
  person text not null,
  n bigint generated always as identity,
  delegation text not null,
  name text not null,
  rank int not null,
  attending boolean not null,
  companion_of text,
  substitute_for text,
  requested_route text not null,
  route_as_host boolean not null,
  primary key (conference, person)
);
create index participant_companion_of on participant (conference, companion_of) where companion_of is not null;
create index participant_substitute_for on participant (conference, substitute_for) where substitute_for is not null;

create table diet (
  conference uuid not null,
  person text not null,
  diet text not null,
  primary key (conference, person)
);

create table trip (
  conference uuid not null,
  code text not null,
  kind text not null,
  plate text not null,
  seats int not null,
  route text not null,
  departs timestamp,
  delegations text[] not null,
  cancelled boolean not null,
  primary key (conference, code)
);
create index trip_route on trip (conference, route);

-- Every roll-call, also of trips and people that nobody knows (yet). n: in which order they came in.
create table roll_call (
  conference uuid not null,
  id text not null,
  n bigint generated always as identity,
  trip text not null,
  happened_at timestamp not null,
  learnt_at timestamptz not null,
  primary key (conference, id)
);
create index roll_call_trip on roll_call (conference, trip);

-- verdict: what came of the name; null while the trip or the person is not known.
create table roll_call_name (
  conference uuid not null,
  roll_call text not null,
  person text not null,
  mark text not null check (mark in ('ABSENT', 'ABOARD', 'UNEXPECTED')),
  verdict text check (verdict in ('SEEN', 'MOVED', 'OUTDATED', 'ELSEWHERE', 'WITHDRAWN', 'ABSENT', 'IN_VAIN')),
  primary key (conference, roll_call, person)
);
create index roll_call_name_person on roll_call_name (conference, person);
create index roll_call_name_unsettled on roll_call_name (conference, verdict)
  where verdict is null or verdict in ('ELSEWHERE', 'WITHDRAWN');
