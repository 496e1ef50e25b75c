-- 'changes': somebody has to act upon it, so it goes to the service's own topic and to the ripples; 'ripples': to these only.
alter table outbox drop constraint outbox_channel_check;
update outbox set channel = 'ripples' where channel = 'receipts';
alter table outbox add constraint outbox_channel_check check (channel in ('changes', 'ripples'));
