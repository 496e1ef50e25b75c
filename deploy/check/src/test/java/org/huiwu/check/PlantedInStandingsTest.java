package org.huiwu.check;

import org.junit.jupiter.api.Test;

/// Violations of the rules on who has acknowledged: exactly the rule concerned is broken.
class PlantedInStandingsTest extends PlantedCase {
  PlantedInStandingsTest(Played played) {
    super(played);
  }

  @Test
  void a_debt_of_which_nobody_thinks_any_more() {
    broken(
        planted()
            .with(
                Service.NOTIFICATION,
                "standing",
                """
                update standing set told = acknowledged + 1, active = true, stands_in = false, settled = 0, next_step_at = null
                where (conference, contact, manifest) =
                  (select s.conference, s.contact, s.manifest from standing s where not exists (
                    select 1 from call_task t where t.contact = s.contact and t.manifest = s.manifest) order by 1, 2, 3 limit 1)\
                """),
        "debts");
  }

  @Test
  void a_gate_that_is_green_although_its_site_has_said_nothing() {
    broken(
        planted()
            .with(
                Service.NOTIFICATION,
                "gate",
                "update gate set light = 'green' where trip = (select min(trip) from gate_site where required)")
            .with(
                Service.NOTIFICATION,
                "gate_site",
                "update gate_site set version = 1000 where required and trip = (select min(trip) from gate_site where required)"),
        "gates");
  }

  @Test
  void a_gate_that_is_green_although_its_roll_call_is_parked() {
    var root = "(select root from gate order by trip, conference limit 1)";
    broken(
        planted()
            .with(
                Service.NOTIFICATION,
                "gate",
                "update gate set light = 'green' where trip = (select min(trip) from gate)")
            .with(
                Service.NOTIFICATION,
                "gate_site",
                "update gate_site set required = false where trip = (select min(trip) from gate)")
            .with(
                Service.NOTIFICATION,
                "ripple_parked",
                "insert into ripple_parked select root, root, 'venue', 'registration.participant', 'p', 'Planted' from gate where root = "
                    + root
                    + " limit 1")
            .with(
                Service.NOTIFICATION,
                "change",
                "update change set state = 'settled-with-parked' where root = " + root)
            .with(
                Service.VENUE,
                "parked",
                """
                insert into parked (conference, aggregate, id, changeset, root, incarnation, version, event, state, reason)
                select conference, 'registration.participant', 'p', gen_random_uuid(), gen_random_uuid(), 1, 1, 'e', '{}', 'Planted' from conference limit 1\
                """),
        "gates");
  }
}
