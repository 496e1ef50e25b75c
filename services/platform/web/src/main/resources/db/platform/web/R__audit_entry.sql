-- What every audit_entry has gained since V0_3: repeatable, as services have migrations of their own
-- with higher numbers by now. Refusals outside of any conference are written down too, and where
-- everything came from.

alter table audit_entry alter column conference drop not null;
alter table audit_entry add column if not exists address text not null default '';
