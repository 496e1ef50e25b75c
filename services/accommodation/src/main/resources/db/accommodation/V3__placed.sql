-- Who has a room in a hotel: thousands more may wait for one.
create index stay_placed on stay (conference, hotel) where room is not null;
