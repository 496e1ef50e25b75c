-- The buses that have left without the recipient's word: one call may be because of several. `call_task.left_on_red` says that there is
-- one: the first.
create table call_task_trip (
  conference uuid not null,
  task uuid not null,
  trip text not null,
  at timestamptz not null,
  primary key (task, trip)
);
create index call_task_trip_conference on call_task_trip (conference, trip);
insert into call_task_trip (conference, task, trip, at)
select conference, id, left_on_red, opened_at from call_task where left_on_red is not null;
