package org.huiwu.notification.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.notification.RippleConversation;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.huiwu.platform.messaging.Changeset.Part;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.platform.messaging.StateJson;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class DelegateBookTest extends RippleConversation {
  @Autowired private DelegateBook book;
  @Autowired private TransactionTemplate transactions;

  private Changeset changeset(int incarnation, List<AggregateState> states) {
    var id = UUID.randomUUID();
    return new Changeset(
        id,
        conference,
        incarnation,
        "registration",
        id,
        null,
        Part.WHOLE,
        new Origin("import-roster", "clerk", "registration", null, Instant.EPOCH),
        states,
        List.of(),
        List.of(),
        List.of());
  }

  private static AggregateState person(String id, long version, String phone, boolean attending) {
    return new AggregateState(
        "registration.participant",
        id,
        version,
        "participant-registered",
        StateJson.of(
            Map.of(
                "delegation",
                "GD",
                "name",
                "某",
                "rank",
                3,
                "phone",
                phone,
                "attending",
                attending)));
  }

  private static AggregateState journey(String id, long version, String number) {
    return new AggregateState(
        "registration.itinerary",
        id,
        version,
        "itinerary-recorded",
        StateJson.of(
            Map.of(
                "arrival", Map.of("time", "2026-06-08T10:35", "place", "NNG", "number", number),
                "departure", Map.of("place", "", "number", ""))));
  }

  private void takes(int incarnation, AggregateState... states) {
    transactions.executeWithoutResult(
        _ -> book.take(List.of(changeset(incarnation, List.of(states)))));
  }

  @Test
  void what_is_older_than_what_is_known_changes_nothing() {
    takes(1, person("a", 2, "139", true), journey("a", 5, "CZ2"));
    takes(1, person("a", 1, "138", true), journey("a", 4, "CZ1"));
    assertThat(book.phone(conference, "a")).contains("139");
    assertThat(book.find(conference, "a").orElseThrow().journey())
        .asString()
        .contains("CZ2")
        .doesNotContain("CZ1");
    takes(2, person("a", 1, "137", true));
    assertThat(book.phone(conference, "a")).as("of a restored database").contains("137");
  }

  @Test
  void of_several_states_of_one_person_in_a_changeset_the_last_counts() {
    takes(1, person("a", 1, "138", true), person("a", 2, "139", true));
    assertThat(book.phone(conference, "a")).contains("139");
  }

  @Test
  void somebodys_itinerary_may_come_before_they_do() {
    takes(1, journey("a", 1, "CZ1"));
    assertThat(book.find(conference, "a")).isEmpty();
    takes(1, person("a", 1, "139", true));
    assertThat(book.find(conference, "a").orElseThrow().journey()).isNotNull();
  }

  @Test
  void who_does_not_attend_has_no_number_here() {
    takes(1, person("a", 1, "139", false));
    assertThat(book.phone(conference, "a")).isEmpty();
  }

  /// Two statements a changeset, however many people are in it (500 are in a part of an import).
  @Test
  void five_hundred_people_and_their_itineraries_are_learnt_in_a_fraction_of_a_second() {
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 6; round++) {
      List<AggregateState> states = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        states.add(person("r" + round + "p" + i, 1, "139", true));
        states.add(journey("r" + round + "p" + i, 1, "CZ1"));
      }
      var part = changeset(1, states);
      var start = System.nanoTime();
      transactions.executeWithoutResult(_ -> book.take(List.of(part)));
      var took = System.nanoTime() - start;
      best = Math.min(best, took);
      org.slf4j.LoggerFactory.getLogger(getClass()).info("500 people: {} us", took / 1_000);
    }
    assertThat(best).isLessThan(500_000_000L);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from delegate d join delegate_journey j using (conference, person) where conference = ?",
                Long.class,
                conference))
        .isEqualTo(3_000);
  }
}
