-- Those who are there because they stand in for somebody: few, and looked at all the time.
create index standing_stands_in on standing (conference, manifest, contact) where active and stands_in;

-- A case file asks for the steps about its manifests.
create index escalation_of_manifest on escalation (conference, manifest, n);
