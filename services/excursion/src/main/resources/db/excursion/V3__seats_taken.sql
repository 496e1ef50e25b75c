-- Seats taken are counted at each switch of route.
create index membership_seated on membership (conference, route, bus) where bus <> '' and not absent;
create index participant_withdrawn on participant (conference, person) where not attending;
