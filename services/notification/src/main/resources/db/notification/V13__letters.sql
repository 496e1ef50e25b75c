-- A salted hash of the number that a text with a code went to: only from there it can be answered.
alter table letter add column sent_to text;

-- A first version and a revision are one letter; reminders say different things each.
drop index letter_waiting;
insert into letter_item as i (letter, manifest, from_version, to_version)
select f.id, o.manifest, o.from_version, o.to_version
from letter f
join letter r on r.conference = f.conference and r.contact = f.contact and r.channel = f.channel and r.purpose = 'revision'
  and r.state = 'waiting'
join letter_item o on o.letter = r.id
where f.purpose = 'first' and f.state = 'waiting'
on conflict (letter, manifest) do update set to_version = greatest(i.to_version, excluded.to_version);
update letter r set state = 'withdrawn', settled_at = now(), reason = 'said-by-a-newer-one', words = null
from letter f
where f.conference = r.conference and f.contact = r.contact and f.channel = r.channel and f.purpose = 'first'
  and f.state = 'waiting' and r.purpose = 'revision' and r.state = 'waiting';
create unique index letter_waiting on letter
  (conference, contact, channel, (case purpose when 'first' then 'revision' else purpose end))
  where state = 'waiting' and purpose <> 'reminder';
