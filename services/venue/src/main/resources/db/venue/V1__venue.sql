-- What venue owns: sessions.

create table session (
  conference uuid not null,
  code text not null,
  title text not null,
  hall text not null,
  starts timestamp not null,
  contact text not null,
  cancelled boolean not null,
  version bigint not null,
  primary key (conference, code)
);

-- What venue has learnt from registration. Facts arrive in any order, so none refers to another.

create table conference (
  conference uuid primary key,
  starts timestamp not null,
  ends timestamp not null
);

create table delegation (
  conference uuid not null,
  code text not null,
  name text not null,
  primary key (conference, code)
);

create table participant (
  conference uuid not null,
  person text not null,
  delegation text not null,
  companion boolean not null,
  attending boolean not null,
  primary key (conference, person)
);

create table itinerary (
  conference uuid not null,
  person text not null,
  arrival timestamp,
  departure timestamp,
  primary key (conference, person)
);
