-- What is left to be said anew after a restore: a row a conference, gone when all of it was said.
create table recovery_task (
  conference uuid primary key,
  root uuid not null,
  part int not null default 0,
  kind int not null default 0,
  after text not null default ''
);
