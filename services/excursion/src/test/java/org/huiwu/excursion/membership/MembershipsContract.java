package org.huiwu.excursion.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store of memberships keeps to.
public abstract class MembershipsContract {
  private static final Sighting SEEN =
      new Sighting(
          LocalDateTime.of(2026, 6, 9, 13, 50), Instant.parse("2026-06-09T05:50:00.123456Z"), 7);

  private final UUID conference = UUID.randomUUID();
  private Memberships memberships = new MembershipsInMemory();

  protected abstract Memberships empty();

  @BeforeEach
  void four_people() {
    memberships = empty();
    memberships.save(
        conference,
        List.of(
            membership("d", "R2", "", null),
            membership("a", "R1", "X1A", SEEN),
            membership("b", "R1", "X1B", null),
            membership("c", "", "", null)));
  }

  @Test
  void what_is_saved_is_found_as_it_was() {
    assertThat(memberships.find(conference, "a")).contains(membership("a", "R1", "X1A", SEEN));
    assertThat(memberships.find(conference, "b")).contains(membership("b", "R1", "X1B", null));
  }

  @Test
  void saving_again_replaces() {
    var absent = new Membership("a", "R2", "X2A", true, BusRule.MOST_FREE_SEATS, null, 5);
    memberships.save(conference, List.of(absent));
    assertThat(memberships.find(conference, "a")).contains(absent);
    assertThat(people(memberships.onRoute(conference, "R1"))).containsExactly("b");
  }

  @Test
  void nobody_is_found_who_was_not_saved() {
    assertThat(memberships.find(conference, "x")).isEmpty();
    assertThat(memberships.of(conference, List.of("x"))).isEmpty();
  }

  @Test
  void each_question_is_answered_with_just_those_asked_for_by_person() {
    assertThat(people(memberships.all(conference))).containsExactly("a", "b", "c", "d");
    assertThat(people(memberships.of(conference, List.of("d", "x", "a"))))
        .containsExactly("a", "d");
    assertThat(people(memberships.aboard(conference, List.of("X1B", "X1A"))))
        .containsExactly("a", "b");
    assertThat(people(memberships.onRoute(conference, "R1"))).containsExactly("a", "b");
    assertThat(people(memberships.onRoute(conference, ""))).containsExactly("c");
    assertThat(people(memberships.unplaced(conference, List.of("R1", "R2")))).containsExactly("d");
  }

  @Test
  void another_conference_is_another_world() {
    var other = UUID.randomUUID();
    memberships.save(other, List.of(membership("a", "R2", "X2A", null)));
    assertThat(memberships.find(conference, "a")).contains(membership("a", "R1", "X1A", SEEN));
    assertThat(people(memberships.onRoute(other, "R2"))).containsExactly("a");
    assertThat(memberships.find(other, "b")).isEmpty();
  }

  private static Membership membership(
      String person, String route, String bus, @Nullable Sighting seen) {
    return new Membership(person, route, bus, false, BusRule.DELEGATION, seen, 1);
  }

  private static List<String> people(List<Membership> memberships) {
    return memberships.stream().map(Membership::person).toList();
  }
}
