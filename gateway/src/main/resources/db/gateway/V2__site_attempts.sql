-- Links and codes at the public door that were no good, by where they came from.
create table site_attempt (
  id uuid primary key,
  address text not null,
  at timestamptz not null
);
create index site_attempt_address on site_attempt (address, at);
create index site_attempt_at on site_attempt (at);
