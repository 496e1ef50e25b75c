-- Settled by a named person, up to that version: what is outstanding is newer than acknowledged and newer than settled.
alter table standing add column settled bigint not null default 0;

-- `change` is the one at whose case file it was done. It covers all versions from `covers_from` on.
create table settlement (
  conference uuid not null,
  contact text not null,
  manifest text not null,
  version bigint not null,
  covers_from bigint not null,
  change uuid not null,
  settled_by text not null,
  reason text not null,
  at timestamptz not null,
  primary key (conference, contact, manifest, version)
);
create index settlement_change on settlement (change);

-- From a debt to the versions that are owed.
create index version_recipient_contact on version_recipient (conference, contact, manifest, version);

-- Changes that have not settled, or with something parked.
create index change_unsettled on change (conference, n) where state <> 'settled';

-- One entry for each change that revised something, when its versions were cut: numbers are given under the
-- conference's lock, so 'since' never misses one. A change that was cut unfinished may have two.
create table feed_entry (
  conference uuid not null,
  n bigint not null,
  root uuid not null,
  kinds text[] not null,
  manifests text[] not null,
  versions bigint[] not null,
  primary key (conference, n)
);
insert into feed_entry (conference, n, root, kinds, manifests, versions)
  select v.conference, row_number() over (partition by v.conference order by min(v.cut_at), v.root), v.root,
    array_agg(distinct split_part(v.manifest, ':', 1)), array_agg(v.manifest order by v.manifest, v.version),
    array_agg(v.version order by v.manifest, v.version)
  from manifest_version v group by v.conference, v.root;

-- How far an account has looked.
create table feed_mark (
  conference uuid not null,
  account text not null,
  n bigint not null,
  at timestamptz not null,
  primary key (conference, account)
);

-- The shift log: entries are added, never changed. What the platform itself writes has a code and its arguments, and
-- gets its words when it is read.
create table shift_entry (
  conference uuid not null,
  n bigint not null,
  at timestamptz not null,
  account text,
  text text,
  code text,
  arguments text[] not null default '{}',
  about_change uuid,
  about_manifest text,
  about_contact text,
  corrects bigint,
  primary key (conference, n),
  check ((account is null) = (code is not null)),
  check ((text is null) = (code is not null))
);
create function shift_entry_stays() returns trigger language plpgsql as
  $$ begin raise exception 'an entry of the shift log is never changed'; end $$;
create trigger shift_entry_stays before update on shift_entry for each row execute function shift_entry_stays();

-- Who gives the shift to whom, and what was open then.
create table handover (
  conference uuid not null,
  id uuid not null,
  n bigint not null,
  given_by text not null,
  given_to text not null,
  given_at timestamptz not null,
  note text not null,
  open_keys text[] not null,
  urgencies text[] not null,
  accepted_at timestamptz,
  primary key (conference, id),
  unique (conference, n)
);

-- What was sent to somebody last; letters to be made up for.
create index letter_of_contact on letter (conference, contact, planned_at);
create index letter_lost on letter (conference) where state in ('failed', 'unknown');
