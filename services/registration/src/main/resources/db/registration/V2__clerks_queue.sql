-- The clerk's queue, what rosters said of whom, and uploads that are larger than a heap likes.

-- An upload in pieces, as it came: written and read as a stream.
create table roster_content (
  conference uuid not null,
  roster uuid not null,
  piece int not null,
  bytes bytea not null,
  primary key (conference, roster, piece)
);
alter table roster_content alter column bytes set storage external;
insert into roster_content (conference, roster, piece, bytes)
  select conference, roster, 0, content from roster;

-- rows: those of the file that are not blank, once it has been opened. `people` are new ones.
alter table roster
  drop column content,
  drop column waiting,
  add column rows_total int not null default 0,
  add column updated int not null default 0,
  add column unchanged int not null default 0,
  add column queued int not null default 0,
  add column missing int not null default 0;
create index roster_delegation on roster (conference, delegation, uploaded);

-- kind `row`: a cell of a row that waits as a whole; `conflict`: the file and the platform differ
-- on one field of one person; `missing`: a person whom the newest file leaves out; `file`: row 0.
alter table roster_issue
  add column item uuid not null default gen_random_uuid(),
  add column queued bigint generated always as identity,
  add column version bigint not null default 1,
  add column state text not null default 'waiting'
    check (state in ('waiting', 'settled', 'dismissed', 'superseded')),
  add column kind text not null default 'row'
    check (kind in ('row', 'conflict', 'missing', 'file')),
  add column delegation text not null default '',
  add column detail text not null default '',
  add column person text,
  add column meaning text,
  add column given text,
  add column because text,
  add column by_actor text,
  add column by_role text,
  add column closed_at timestamptz;
update roster_issue i set delegation = r.delegation, kind = case when row_number = 0 then 'file' else 'row' end
  from roster r where r.conference = i.conference and r.roster = i.roster;
update roster_issue set state = 'settled' where settled;
alter table roster_issue drop column settled;
create unique index roster_issue_item on roster_issue (conference, item);
create index roster_issue_waiting on roster_issue (conference, queued) where state = 'waiting';
create index roster_issue_person on roster_issue (conference, person) where state = 'waiting';
create index roster_issue_delegation on roster_issue (conference, delegation);

-- A row that waits, with all its cells, so that a clerk's word is enough to read it again.
-- print: the same for the same cells, in whatever order the columns stand; nth: of that print in
-- its file. carried: the newest upload that says the same in the same place.
create table waiting_row (
  conference uuid not null,
  roster uuid not null,
  sheet text not null,
  row_number int not null,
  delegation text not null,
  table_number int not null,
  print text not null,
  nth int not null,
  cells jsonb not null,
  host_name text,
  host_row int,
  carried uuid not null,
  primary key (conference, roster, sheet, row_number)
);
create index waiting_row_delegation on waiting_row (conference, delegation);

-- What the newest roster said of a person whom a roster brought, field by field: what differs from
-- it was changed since, here or by another desk.
create table roster_person (
  conference uuid not null,
  person text not null,
  delegation text not null,
  roster uuid not null,
  sheet text not null,
  row_number int not null,
  name_key text not null,
  phone text not null,
  said jsonb not null,
  missing boolean not null default false,
  primary key (conference, person)
);
create index roster_person_name on roster_person (conference, delegation, name_key);
create index roster_person_phone on roster_person (conference, delegation, phone) where phone <> '';
create index roster_person_row on roster_person (conference, roster, row_number);

alter table office_synonym add column delegation text;

-- Upstream: where another desk has since said something else than registration did.
create table known_membership (
  conference uuid not null,
  person text not null,
  route text not null,
  primary key (conference, person)
);
create table known_diet (
  conference uuid not null,
  person text not null,
  diet text not null,
  primary key (conference, person)
);
