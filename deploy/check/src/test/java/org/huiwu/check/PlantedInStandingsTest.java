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
}
