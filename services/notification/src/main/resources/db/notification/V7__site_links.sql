-- Links to the recipients' pages, and what was opened with them. Secrets are nowhere here, only their hashes.
create table site_link (
  id uuid primary key,
  secret bytea not null unique,
  conference uuid not null,
  contact text not null,
  letter uuid,
  issued_at timestamptz not null,
  -- by the conference's own clock
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index site_link_contact on site_link (conference, contact);

create table site_session (
  id uuid primary key,
  secret bytea not null unique,
  link uuid not null references site_link (id) on delete cascade,
  conference uuid not null,
  contact text not null,
  -- the same browser, whatever it opens
  device uuid not null,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index site_session_contact on site_session (conference, contact);

-- Devices on which a recipient has shown that they are one.
create table site_device (
  conference uuid not null,
  contact text not null,
  device uuid not null,
  verified_at timestamptz not null,
  primary key (conference, contact, device)
);

-- Codes that were asked for on a device, or given out by the duty room for any (no device).
create table site_pin (
  conference uuid not null,
  contact text not null,
  device uuid,
  salt bytea not null,
  hash bytea not null,
  tries int not null default 0,
  asked_at timestamptz not null,
  ends_at timestamptz not null,
  unique nulls not distinct (conference, contact, device)
);
create table site_pin_sent (
  conference uuid not null,
  contact text not null,
  at timestamptz not null
);
create index site_pin_sent_contact on site_pin_sent (conference, contact, at);

-- With which the papers' QR codes are signed; one for the whole platform.
create table paper_key (
  one boolean primary key default true check (one),
  secret bytea not null
);
