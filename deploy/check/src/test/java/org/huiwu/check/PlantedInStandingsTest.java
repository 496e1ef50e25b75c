package org.huiwu.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiwu.check.Report.Verdict;
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

  /// The list has been acknowledged, and by somebody who receives it; not by the site.
  @Test
  void a_gate_that_is_green_by_the_word_of_somebody_else() {
    broken(
        planted()
            .with(
                Service.NOTIFICATION,
                "gate",
                "update gate set light = 'green' where trip = (select min(trip) from gate_site where required)")
            .with(
                Service.NOTIFICATION,
                "contact",
                """
                update contact set role = 'driver' where (conference, code) in (
                  select s.conference, s.contact from standing s join gate_site g using (conference, manifest)
                  where g.required and g.trip = (select min(trip) from gate_site where required))\
                """)
            .with(
                Service.NOTIFICATION,
                "acknowledgement",
                """
                insert into acknowledgement (conference, contact, manifest, version, covers_from, at, name, how)
                select s.conference, s.contact, g.manifest, greatest(g.version, s.told), 1, now(), '司机', 'page'
                from standing s join gate_site g using (conference, manifest)
                where g.required and g.trip = (select min(trip) from gate_site where required)
                on conflict do nothing\
                """),
        "gates");
  }

  @Test
  void a_gate_that_is_green_by_an_acknowledgement_without_a_name() {
    broken(
        planted()
            .with(
                Service.NOTIFICATION,
                "gate",
                "update gate set light = 'green' where trip = (select min(trip) from gate_site where required)")
            .with(
                Service.NOTIFICATION,
                "acknowledgement",
                """
                insert into acknowledgement (conference, contact, manifest, version, covers_from, at, name, how)
                select s.conference, s.contact, g.manifest, greatest(g.version, s.told), 1, now(), '', 'desk'
                from standing s join gate_site g using (conference, manifest)
                where g.required and g.trip = (select min(trip) from gate_site where required)
                on conflict (conference, contact, manifest, version) do update set name = ''\
                """),
        "gates");
  }

  /// What the duty room hears on the telephone is the site's own word, with its speaker's name.
  @Test
  void the_sites_word_on_the_telephone_is_by_right() {
    var told =
        planted()
            .with(
                Service.NOTIFICATION,
                "gate",
                "update gate set light = 'green' where trip = (select min(trip) from gate_site where required)")
            .with(
                Service.NOTIFICATION,
                "acknowledgement",
                """
                insert into acknowledgement (conference, contact, manifest, version, covers_from, at, name, how)
                select s.conference, s.contact, g.manifest, greatest(g.version, s.told), 1, now(), '王主任', 'call'
                from standing s join gate_site g using (conference, manifest)
                where g.required and g.trip = (select min(trip) from gate_site where required)
                on conflict do nothing\
                """);
    try (told) {
      var report = checkAtOnce();
      assertThat(report.verdict("gates")).as(said(report)).isEqualTo(Verdict.HOLDS);
    }
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
