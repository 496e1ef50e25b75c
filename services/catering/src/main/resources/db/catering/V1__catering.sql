-- What catering owns: meals and diets.

create table meal (
  conference uuid not null,
  code text not null,
  starts timestamp not null,
  cutoff timestamp not null,
  kitchen text not null,
  scope text not null,
  contact text not null,
  cancelled boolean not null,
  version bigint not null,
  primary key (conference, code)
);

create table diet (
  conference uuid not null,
  person text not null,
  diet text not null,
  version bigint not null,
  primary key (conference, person)
);

-- What catering has learnt from others. Facts arrive in any order, so none refers to another.

create table conference (
  conference uuid primary key,
  starts timestamp not null,
  ends timestamp not null
);

create table participant (
  conference uuid not null,
  person text not null,
  delegation text not null,
  rank int not null,
  companion boolean not null,
  attending boolean not null,
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

create table hotel (
  conference uuid not null,
  code text not null,
  cancelled boolean not null,
  primary key (conference, code)
);

-- n: the place in the owner's list; from_date null: from the beginning.
create table lodging_stay (
  conference uuid not null,
  delegation text not null,
  n int not null,
  hotel text not null,
  from_date date,
  primary key (conference, delegation, n)
);
create index lodging_stay_hotel on lodging_stay (conference, hotel);

create table route (
  conference uuid not null,
  code text not null,
  departs timestamp not null,
  returns timestamp not null,
  cancelled boolean not null,
  primary key (conference, code)
);

create table membership (
  conference uuid not null,
  person text not null,
  route text not null,
  absent boolean not null,
  primary key (conference, person)
);
create index membership_route on membership (conference, route);
