-- Changes and their settling.
create table change (
  root uuid primary key,
  conference uuid not null,
  n bigint not null,
  service text not null,
  action text not null default '',
  actor text not null default '',
  role text not null default '',
  reason text,
  received_at timestamptz,
  first_seen timestamptz not null default clock_timestamp(),
  state text not null default 'open' check (state in ('open', 'settled', 'settled-with-parked')),
  provisional boolean not null default false,
  cut_unfinished boolean not null default false,
  settled_at timestamptz,
  unique (conference, n)
);
create index change_open on change (first_seen) where state = 'open';

-- The tree: one row a changeset, known from a receipt before it is received, or the other way round.
create table ripple_node (
  root uuid not null,
  changeset uuid not null,
  received boolean not null,
  service text,
  cause uuid,
  part int,
  subscribers text[] not null default '{}',
  events text[] not null default '{}',
  deltas text,
  folded boolean not null default false,
  primary key (root, changeset)
);

create table ripple_receipt (
  root uuid not null,
  changeset uuid not null,
  consumer text not null,
  emitted uuid[] not null,
  at timestamptz not null default clock_timestamp(),
  primary key (changeset, consumer)
);
create index ripple_receipt_root on ripple_receipt (root);

create table ripple_parked (
  root uuid not null,
  changeset uuid not null,
  consumer text not null,
  aggregate text not null,
  id text not null,
  reason text not null,
  primary key (root, consumer, aggregate, id)
);

-- Manifests: what is published, line by line, and every version as its difference to the one before.
create table manifest (
  conference uuid not null,
  manifest text not null,
  owner text not null,
  version bigint not null default 0,
  header text,
  header_seq bigint not null default 0,
  hash text not null,
  taken_seq bigint not null default 0,
  taken_hash text not null,
  suspect boolean not null default false,
  primary key (conference, manifest)
);
create index manifest_suspect on manifest (conference) where suspect;

create table manifest_line (
  conference uuid not null,
  manifest text not null,
  line text not null,
  seq bigint not null,
  fields text,
  primary key (conference, manifest, line)
);

create table manifest_version (
  conference uuid not null,
  manifest text not null,
  version bigint not null,
  root uuid not null,
  cut_at timestamptz not null default clock_timestamp(),
  unfinished boolean not null,
  header_before text,
  header_after text,
  lines text not null,
  primary key (conference, manifest, version)
);
create index manifest_version_root on manifest_version (root);

-- The live stream: numbers are given under the conference's lock, so 'since' never misses one.
create table stream_event (
  conference uuid not null,
  n bigint not null,
  type text not null,
  data text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (conference, n)
);

create table contact (
  conference uuid not null,
  code text not null,
  role text not null,
  name text not null,
  phone text not null,
  email text not null,
  version bigint not null default 1,
  primary key (conference, code)
);
