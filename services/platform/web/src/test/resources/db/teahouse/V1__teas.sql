create table tea (
  conference uuid not null,
  code text not null,
  price int not null,
  version bigint not null,
  primary key (conference, code)
);
