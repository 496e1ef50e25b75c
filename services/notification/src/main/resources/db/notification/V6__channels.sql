-- Letters of rehearsals, and of nothing else: what would have been sent.
create table sink_letter (
  conference uuid not null,
  -- given under a lock of the conference's sink: whoever has read up to n has missed nothing
  n bigint not null,
  letter uuid not null unique,
  channel text not null,
  address text not null,
  subject text not null,
  body text not null,
  -- JSON: names and sizes
  attachments text not null,
  at timestamptz not null,
  primary key (conference, n)
);

-- Events that a provider has told: each counts once.
create table provider_event (
  id text primary key,
  at timestamptz not null
);
