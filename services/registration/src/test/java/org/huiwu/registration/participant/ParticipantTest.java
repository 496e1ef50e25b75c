package org.huiwu.registration.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huiwu.registration.participant.ParticipantEvent.CompanionAdded;
import org.huiwu.registration.participant.ParticipantEvent.ParticipantCorrected;
import org.huiwu.registration.participant.ParticipantEvent.ParticipantRegistered;
import org.huiwu.registration.participant.ParticipantEvent.ParticipantReinstated;
import org.huiwu.registration.participant.ParticipantEvent.ParticipantWithdrawn;
import org.junit.jupiter.api.Test;

class ParticipantTest {
  private static final Particulars DIRECTOR =
      new Particulars("何子敏", Gender.M, 2, "司长", "19900000013", "");
  private static final Particulars SPOUSE = new Particulars("邓鑫", Gender.F, 4, "", "", "");
  private static final Particulars DEPUTY = new Particulars("付秀雪", Gender.F, 2, "副司长", "", "");
  private static final RouteRequest R1 = new RouteRequest("R1", false);

  private final Participant host = Participant.delegate("h", "FJ", DIRECTOR, Diet.HALAL, R1);
  private final Participant companion =
      Participant.companion("c", "FJ", SPOUSE, Diet.NORMAL, RouteRequest.AS_HOST, "h");

  @Test
  void who_is_new_attends_at_version_1() {
    assertThat(host.attending()).isTrue();
    assertThat(host.version()).isEqualTo(1);
    assertThat(ParticipantEvent.arrived(host)).isInstanceOf(ParticipantRegistered.class);
    assertThat(ParticipantEvent.arrived(companion)).isInstanceOf(CompanionAdded.class);
  }

  @Test
  void withdrawing_a_delegate_withdraws_the_companions_who_still_attend() {
    var gone = after(companion.withdraw(List.of()));
    var other = Participant.companion("d", "FJ", SPOUSE, Diet.NORMAL, RouteRequest.NONE, "h");

    var events = host.withdraw(List.of(gone, other));

    assertThat(events).hasSize(2).allMatch(ParticipantWithdrawn.class::isInstance);
    assertThat(events).extracting(e -> e.participant().id()).containsExactly("h", "d");
    assertThat(events).extracting(e -> e.participant().attending()).containsOnly(false);
    assertThat(events).extracting(e -> e.participant().version()).containsOnly(2L);
  }

  @Test
  void withdrawing_a_companion_leaves_the_host() {
    assertThat(companion.withdraw(List.of()))
        .extracting(e -> e.participant().id())
        .containsExactly("c");
  }

  @Test
  void withdrawing_twice_is_once() {
    assertThat(after(host.withdraw(List.of())).withdraw(List.of(companion))).isEmpty();
  }

  @Test
  void who_is_reinstated_is_as_they_were() {
    var events = after(host.withdraw(List.of())).reinstate();

    assertThat(events).hasSize(1).first().isInstanceOf(ParticipantReinstated.class);
    assertThat(after(events))
        .isEqualTo(new Participant("h", 3, "FJ", DIRECTOR, null, true, Diet.HALAL, R1, null));
  }

  @Test
  void reinstating_somebody_who_attends_is_none() {
    assertThat(host.reinstate()).isEmpty();
  }

  @Test
  void a_correction_that_corrects_nothing_is_none() {
    assertThat(host.correct(DIRECTOR)).isEmpty();
    assertThat(after(host.correct(DEPUTY)).who()).isEqualTo(DEPUTY);
    assertThat(host.correct(DEPUTY)).first().isInstanceOf(ParticipantCorrected.class);
  }

  @Test
  void a_substitute_takes_the_place_and_the_companions_of_the_one_who_leaves() {
    var withdrawn = after(companion.withdraw(List.of()));

    var substitution =
        host.substitute("s", DEPUTY, Diet.NORMAL, null, List.of(companion, withdrawn));

    assertThat(substitution.leaves().participant().attending()).isFalse();
    assertThat(substitution.comes().participant())
        .isEqualTo(new Participant("s", 1, "FJ", DEPUTY, null, true, Diet.NORMAL, R1, "h"));
    assertThat(substitution.companions())
        .extracting(e -> e.participant().companionOf())
        .containsExactly("s", "s");
    assertThat(substitution.companions())
        .extracting(e -> e.participant().attending())
        .containsExactly(true, false);
  }

  @Test
  void a_companion_s_substitute_comes_with_the_same_host() {
    var substitute =
        companion.substitute("s", DEPUTY, Diet.NORMAL, null, List.of()).comes().participant();

    assertThat(substitute.companionOf()).isEqualTo("h");
    assertThat(substitute.route()).isEqualTo(RouteRequest.AS_HOST);
  }

  @Test
  void a_substitute_s_own_route_counts_if_one_is_given() {
    assertThat(route(host.substitute("s", DEPUTY, Diet.NORMAL, "R2", List.of()))).isEqualTo("R2");
    assertThat(route(host.substitute("s", DEPUTY, Diet.NORMAL, "", List.of()))).isEmpty();
  }

  private static String route(Participant.Substitution substitution) {
    return substitution.comes().participant().route().code();
  }

  private static Participant after(List<ParticipantEvent> events) {
    return events.getFirst().participant();
  }
}
