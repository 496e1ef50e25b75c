-- Hotels and rooms, lodging, holds, the rooms given, and what registration says. No foreign keys to
-- what other services own: their facts may come in any order.

create table hotel (
  conference uuid not null,
  code text not null,
  name text not null,
  contact text not null,
  rooms int not null,
  cancelled boolean not null,
  version bigint not null,
  primary key (conference, code)
);

create table room (
  conference uuid not null,
  hotel text not null,
  room text not null,
  type text not null,
  capacity int not null check (capacity > 0),
  primary key (conference, hotel, room),
  foreign key (conference, hotel) references hotel (conference, code)
);

-- stays: [{hotel, from}], from null in the first.
create table lodging (
  conference uuid not null,
  delegation text not null,
  stays jsonb not null,
  version bigint not null,
  primary key (conference, delegation)
);

create table hold (
  conference uuid not null,
  id uuid not null,
  n bigint generated always as identity,
  organisation text not null,
  hotel text not null,
  rooms int not null check (rooms > 0),
  from_date date not null,
  to_date date not null check (from_date < to_date),
  cancelled boolean not null,
  version bigint not null,
  primary key (conference, id)
);
-- A manifest's line is `HOLD/<organisation>`.
create unique index hold_line on hold (conference, hotel, organisation) where not cancelled;

create table held_room (
  conference uuid not null,
  hold uuid not null,
  hotel text not null,
  room text not null,
  primary key (conference, hold, hotel, room)
);

-- The decisions: which room, and the guest as the decision saw it.
create table stay (
  conference uuid not null,
  person text not null,
  hotel text not null,
  ordinal bigint not null,
  party text not null,
  gender text not null,
  delegation text not null,
  rank int not null,
  nights datemultirange not null,
  room text,
  primary key (conference, person, hotel)
);
create index stay_hotel on stay (conference, hotel, party);
create index stay_unplaced on stay (conference, hotel) where room is null;

create table conference (
  conference uuid not null,
  starts timestamp not null,
  ends timestamp not null,
  primary key (conference)
);

create table delegation (
  conference uuid not null,
  code text not null,
  name text not null,
  cancelled boolean not null,
  primary key (conference, code)
);

-- n: the order of registration.
create table participant (
  conference uuid not null,
  person text not null,
  n bigint generated always as identity,
  delegation text not null,
  name text not null,
  gender text not null,
  rank int not null,
  companion_of text,
  attending boolean not null,
  substitute_for text,
  primary key (conference, person)
);
create index participant_delegation on participant (conference, delegation);

create table itinerary (
  conference uuid not null,
  person text not null,
  arrival timestamp,
  departure timestamp,
  primary key (conference, person)
);
