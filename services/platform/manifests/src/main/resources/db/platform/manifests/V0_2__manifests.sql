-- What each subject contributes to the manifests that this service derives.

create table manifest_head (
  conference uuid not null,
  manifest text not null,
  seq bigint not null,
  hash text not null,
  header jsonb,
  primary key (conference, manifest)
);

create table subject_contribution (
  conference uuid not null,
  subject text not null,
  contributions text not null,
  primary key (conference, subject)
);

-- Lines that count many subjects: how many there are of each.
create table manifest_tally (
  conference uuid not null,
  manifest text not null,
  line text not null,
  field text not null,
  amount bigint not null,
  primary key (conference, manifest, line)
);
