-- Delegates, as far as they are reminded and shown their own page. No names: the manifests' lines have them.
create table delegate (
  conference uuid not null,
  person text not null,
  incarnation int not null,
  seen bigint not null,
  delegation text not null,
  rank int not null,
  companion boolean not null,
  -- '' where none was given, and of everybody who does not attend
  phone text not null,
  attending boolean not null,
  primary key (conference, person)
);

-- Local times; null where unknown.
create table delegate_journey (
  conference uuid not null,
  person text not null,
  incarnation int not null,
  seen bigint not null,
  arrives timestamp,
  arrives_at text not null,
  arrives_by text not null,
  departs timestamp,
  departs_at text not null,
  departs_by text not null,
  primary key (conference, person)
);

-- What meals, routes and delegations are, as their owners' last word has it.
create table programme_fact (
  conference uuid not null,
  kind text not null check (kind in ('meal', 'route', 'delegation')),
  code text not null,
  incarnation int not null,
  seen bigint not null,
  state text not null,
  primary key (conference, kind, code)
);

-- What a delegate has chosen on their page.
create table delegate_choice (
  conference uuid not null,
  person text not null,
  messages boolean not null,
  language text not null check (language in ('zh', 'en')),
  primary key (conference, person)
);

-- Links to personal pages, and what was opened with them. Secrets are nowhere here, only their hashes.
create table personal_link (
  id uuid primary key,
  secret bytea not null unique,
  conference uuid not null,
  person text not null,
  issued_at timestamptz not null,
  -- by the conference's own clock
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index personal_link_person on personal_link (conference, person);

create table personal_session (
  id uuid primary key,
  secret bytea not null unique,
  link uuid not null references personal_link (id) on delete cascade,
  conference uuid not null,
  person text not null,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  -- until then it shows room and itinerary; the platform's clock
  confirmed_until timestamptz,
  revoked_at timestamptz
);
create index personal_session_person on personal_session (conference, person);

create table reminder_template (
  conference uuid not null,
  code text not null,
  kind text not null check (kind in ('bus-departs', 'session-starts', 'bus-changed', 'free')),
  zh text not null,
  en text not null,
  confidential boolean not null,
  version bigint not null,
  primary key (conference, code)
);

-- What was ordered, with the words as they were then.
create table reminder (
  id uuid primary key,
  conference uuid not null,
  template text not null,
  kind text not null,
  zh text not null,
  en text not null,
  confidential boolean not null,
  route text,
  bus text,
  delegation text,
  rank int,
  session text,
  minutes_before int not null,
  urgent boolean not null,
  ordered_by text not null,
  ordered_at timestamptz not null,
  cancelled_at timestamptz
);
create index reminder_of_conference on reminder (conference, ordered_at);

-- When it is to be seen who is reminded: once for each bus or session, '' where it is about neither.
create table reminder_occasion (
  reminder uuid not null references reminder (id) on delete cascade,
  conference uuid not null,
  occasion text not null,
  send_after timestamptz not null,
  state text not null check (state in ('waiting', 'done', 'over')),
  primary key (reminder, occasion)
);
create index reminder_occasion_due on reminder_occasion (send_after) where state = 'waiting';
create index reminder_occasion_of on reminder_occasion (conference, occasion) where state = 'waiting';

-- Who is reminded; `was` is the bus that a change took them from.
create table reminder_person (
  reminder uuid not null references reminder (id) on delete cascade,
  conference uuid not null,
  person text not null,
  occasion text not null,
  -- a bus or a session, '' for none
  about text not null,
  was text,
  send_after timestamptz not null,
  state text not null check (state in ('waiting', 'planned', 'withdrawn')),
  reason text,
  letter uuid,
  primary key (reminder, person, occasion)
);
create index reminder_person_due on reminder_person (send_after) where state = 'waiting';
create index reminder_person_waiting on reminder_person (conference, person) where state = 'waiting';
