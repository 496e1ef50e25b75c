-- Which changes were about a person: those in which a desk's own word on them is new, not what follows from it elsewhere. Of
-- before, those are known that altered a line of theirs.
create table person_change (
  conference uuid not null,
  person text not null,
  root uuid not null,
  primary key (conference, person, root)
);
insert into person_change (conference, person, root)
  select distinct l.conference, l.line, v.root
  from manifest_version_line l
  join manifest_version v using (conference, manifest, version)
  join delegate d on d.conference = l.conference and d.person = l.line;
