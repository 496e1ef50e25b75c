-- Who has a room in a hotel: thousands more may wait for one.
create index stay_placed on stay (conference, hotel) where room is not null;

-- Hotels where a bed may have got free without those who wait being tried again.
create table bed_left (
  conference uuid not null,
  hotel text not null,
  primary key (conference, hotel)
);
insert into bed_left (conference, hotel) select conference, code from hotel;
