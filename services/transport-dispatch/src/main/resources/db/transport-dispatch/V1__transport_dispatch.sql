-- Owned: trips, vehicles that stand by, roll-calls. Times without zone are local to the conference.

create table trip (
  conference uuid not null,
  code text not null,
  kind text not null check (kind in ('excursion', 'pickup')),
  plate text not null,
  seats int not null check (seats > 0),
  driver text not null,
  route text not null,
  departs timestamp,
  delegations text[] not null,
  from_place text not null,
  window_from timestamp,
  window_to timestamp,
  contact text not null,
  cancelled boolean not null,
  version bigint not null,
  primary key (conference, code),
  check ((kind = 'excursion') = (route <> '')),
  check ((kind = 'pickup') = (from_place <> '')),
  check (kind = 'excursion' or (window_from is not null and window_to is not null and window_from < window_to))
);
create index trip_pickups on trip (conference, from_place, window_from) where kind = 'pickup' and not cancelled;

create table standby_vehicle (
  conference uuid not null,
  plate text not null,
  seats int not null check (seats > 0),
  driver text not null,
  note text not null,
  version bigint not null,
  primary key (conference, plate)
);

-- Facts: inserted once, never changed. n: the order in which they were taken in.
create table roll_call (
  conference uuid not null,
  id uuid not null,
  n bigint generated always as identity,
  trip text not null,
  happened_at timestamp not null,
  learnt_at timestamptz not null,
  aboard text[] not null,
  absent text[] not null,
  unexpected text[] not null,
  implausible text,
  primary key (conference, id)
);
create index roll_call_trip on roll_call (conference, trip, n);

-- Learnt from others. No keys between these tables: facts come in any order.

create table known_conference (
  conference uuid primary key,
  timezone text not null,
  starts timestamp not null,
  rehearsal boolean not null
);

create table known_delegation (
  conference uuid not null,
  code text not null,
  cancelled boolean not null,
  primary key (conference, code)
);

create table known_participant (
  conference uuid not null,
  person text not null,
  delegation text not null,
  name text not null,
  rank int not null,
  attending boolean not null,
  primary key (conference, person)
);

create table known_arrival (
  conference uuid not null,
  person text not null,
  time timestamp,
  place text not null,
  number text not null,
  primary key (conference, person)
);
create index known_arrival_place on known_arrival (conference, place, time);

create table known_route (
  conference uuid not null,
  code text not null,
  cancelled boolean not null,
  primary key (conference, code)
);

create table known_membership (
  conference uuid not null,
  person text not null,
  bus text not null,
  absent boolean not null,
  primary key (conference, person)
);
create index known_membership_bus on known_membership (conference, bus);
