-- '' where none was given, and of everybody who does not attend, as their phone.
alter table delegate add column email text not null default '';

-- Of an e-mail; '' = the usual one.
alter table reminder_template add column subject_zh text not null default '', add column subject_en text not null default '';
alter table reminder add column subject_zh text not null default '', add column subject_en text not null default '';
