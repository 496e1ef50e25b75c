package org.huiwu.registration.roster.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.huiwu.registration.roster.importing.Rows.admitted;
import static org.huiwu.registration.roster.importing.Rows.waiting;

import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.huiwu.registration.itinerary.Leg;
import org.huiwu.registration.participant.Diet;
import org.huiwu.registration.participant.Gender;
import org.huiwu.registration.participant.Participant;
import org.huiwu.registration.participant.Particulars;
import org.huiwu.registration.participant.RouteRequest;
import org.huiwu.registration.roster.RosterIssue;
import org.junit.jupiter.api.Test;

class IntakeTest {
  private static final UUID ROSTER = UUID.randomUUID();

  private final Iterator<String> ids = Stream.of("p1", "p2", "p3").iterator();

  @Test
  void a_row_becomes_a_person_with_an_itinerary() {
    var intake = decide(Map.of(), admitted(2, "何子敏", null));

    assertThat(intake.issues()).isEmpty();
    assertThat(intake.newcomers()).hasSize(1);
    var newcomer = intake.newcomers().getFirst();
    assertThat(newcomer.participant())
        .isEqualTo(
            Participant.delegate(
                "p1",
                "FJ",
                new Particulars("何子敏", Gender.F, 3, "处长", "19900000013", ""),
                Diet.HALAL,
                new RouteRequest("R1", false)));
    assertThat(newcomer.itinerary().arrival())
        .isEqualTo(new Leg(LocalDateTime.parse("2026-06-08T17:30"), "NNG", "CZ4510"));
    assertThat(newcomer.itinerary().departure()).isEqualTo(Leg.UNKNOWN);
  }

  @Test
  void family_goes_with_the_host_of_the_same_part() {
    var intake = decide(Map.of(), admitted(2, "何子敏", null), admitted(3, "邓鑫", "何子敏"));

    assertThat(intake.newcomers())
        .extracting(n -> n.participant().companionOf())
        .containsExactly(null, "p1");
  }

  @Test
  void family_goes_with_a_host_who_was_in_before() {
    var intake = decide(Map.of("何子敏", "old"), admitted(3, "邓鑫", "何子敏"));

    assertThat(intake.newcomers())
        .extracting(n -> n.participant().companionOf())
        .containsExactly("old");
  }

  @Test
  void a_name_registered_by_hand_while_the_file_was_read_waits() {
    var intake = decide(Map.of("何子敏", "old"), admitted(2, "何 子敏", null));

    assertThat(intake.newcomers()).isEmpty();
    assertThat(intake.issues())
        .containsExactly(RosterIssue.ofCell("名单", 2, "A", "name", "何 子敏", "already-in-delegation"));
  }

  @Test
  void family_of_a_host_who_was_withdrawn_while_the_file_was_read_waits() {
    var intake = decide(Map.of(), admitted(3, "邓鑫", "何子敏"));

    assertThat(intake.newcomers()).isEmpty();
    assertThat(intake.issues())
        .containsExactly(RosterIssue.ofCell("名单", 3, "F", "companion", "家属", "host-waits"));
  }

  @Test
  void cells_that_cannot_be_read_wait_and_the_rest_goes_in() {
    var intake = decide(Map.of(), waiting(2), admitted(3, "何子敏", null), waiting(4));

    assertThat(intake.newcomers()).hasSize(1);
    assertThat(intake.issues())
        .containsExactly(
            RosterIssue.ofCell("名单", 2, "C", "rank", "正国级顾问", "not-in-table"),
            RosterIssue.ofCell("名单", 4, "C", "rank", "正国级顾问", "not-in-table"));
  }

  @Test
  void nobody_of_a_delegation_cancelled_meanwhile_goes_in_and_nobody_is_dropped() {
    var part = List.of(admitted(2, "何子敏", null), waiting(3));

    var intake = Intake.ofCancelled(ROSTER, "FJ", part);

    assertThat(intake.newcomers()).isEmpty();
    assertThat(intake.issues())
        .extracting(RosterIssue::row, RosterIssue::field, RosterIssue::value)
        .containsExactly(tuple(2, "delegation", "FJ"), tuple(3, "rank", "正国级顾问"));
  }

  @Test
  void the_names_to_look_up_are_those_of_people_and_hosts() {
    assertThat(Intake.nameKeys(List.of(admitted(2, "邓 鑫", "何子敏"), waiting(3))))
        .containsExactly("邓鑫", "何子敏", "某某");
  }

  private Intake decide(Map<String, String> attending, PartRow... part) {
    var knowledge = Knowledge.ofFirst(ROSTER, "FJ", attending);
    return Intake.decide(knowledge, List.of(part), ids::next);
  }
}
