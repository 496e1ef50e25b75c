-- A version's lines as rows: a change may revise tens of thousands, more than should be in memory at once.
create table manifest_version_line (
  conference uuid not null,
  manifest text not null,
  version bigint not null,
  line text not null,
  before text,
  after text,
  primary key (conference, manifest, version, line)
);
insert into manifest_version_line (conference, manifest, version, line, before, after)
  select v.conference, v.manifest, v.version, l.key, l.value ->> 'before', l.value ->> 'after'
  from manifest_version v cross join lateral json_each(v.lines::json) l;
alter table manifest_version add column line_count bigint not null default 0;
update manifest_version v set line_count =
  (select count(*) from manifest_version_line l where (l.conference, l.manifest, l.version) = (v.conference, v.manifest, v.version));
alter table manifest_version alter column line_count drop default;
alter table manifest_version drop column lines;
