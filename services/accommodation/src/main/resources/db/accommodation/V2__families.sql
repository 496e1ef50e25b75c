-- Few guests are companions: their families are found without looking at everybody.
create index stay_family on stay (conference, hotel, party) where person <> party;
