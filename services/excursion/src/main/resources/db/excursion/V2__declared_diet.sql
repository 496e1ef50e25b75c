-- What a site's list says of a person's diet while catering has not spoken.
alter table participant add column declared_diet text not null default '';
