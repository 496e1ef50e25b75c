-- '' where none was given.
alter table participant add column email text not null default '';
