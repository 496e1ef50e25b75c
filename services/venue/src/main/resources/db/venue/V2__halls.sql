-- What is known of a hall beside its name, which sessions say.
create table hall (
  conference uuid not null,
  name text not null,
  capacity integer check (capacity > 0),
  version bigint not null,
  primary key (conference, name)
);
