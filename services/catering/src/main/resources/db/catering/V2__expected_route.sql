-- Where a person counts while excursion has not said on which route they are.
alter table participant add column expected_route text not null default '';
