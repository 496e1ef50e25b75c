-- Whom a stand-by brings along as its driver's contact; what became of it. One that is called or taken off stays known,
-- so that whoever looks sees where it went, and its versions go on when it stands by again.
alter table standby_vehicle add column contact text not null default '';
alter table standby_vehicle add column state text not null default 'standing' check (state in ('standing', 'called', 'removed'));
alter table standby_vehicle add column trip text not null default '';
