package org.huiwu.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.huiwu.platform.messaging.Changeset.Parked;
import org.huiwu.platform.messaging.Changeset.Receipt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class SubscriberHandlerTest {
  private SmallService service;
  private UUID conference = UUID.randomUUID();

  @BeforeAll
  void a_service() {
    service = SmallService.create();
  }

  @AfterAll
  void gone() {
    service.close();
  }

  @BeforeEach
  void a_healthy_service_and_a_new_conference() {
    conference = UUID.randomUUID();
    service.poisonous.clear();
    service.completionFails = false;
    service.seeding = false;
  }

  @Test
  void who_said_how_something_should_begin_is_not_told_that_it_did() {
    service.seeding = true;
    service.hear(false, Said.by("host", conference, Said.guest("ada", 1, "Ada")));
    assertThat(service.written(conference).getLast().subscribers()).isEmpty();
    service.hear(false, Said.by("house", conference, Said.guest("bob", 1, "Bob")));
    assertThat(service.written(conference).getLast().subscribers()).containsExactly("host");
    service.seeding = false;
    service.hear(false, Said.by("host", conference, Said.guest("cyd", 1, "Cyd")));
    assertThat(service.written(conference).getLast().subscribers()).containsExactly("host");
  }

  @Test
  void after_a_restore_who_seeded_something_is_told_too() {
    try (var restored = SmallService.create()) {
      restored.seeding = true;
      restored.jdbc.update("update messaging_identity set incarnation = 2");
      restored.hear(false, Said.by("host", conference, Said.guest("ada", 1, "Ada")));
      assertThat(restored.written(conference).getLast().subscribers()).containsExactly("host");
    }
  }

  @Test
  void a_reaction_bears_the_root_its_cause_and_a_receipt_that_lists_it() {
    var said = Said.by("host", conference, Said.guest("ada", 1, "Ada"));
    service.hear(false, said);
    assertThat(service.written(conference))
        .singleElement()
        .satisfies(reaction -> {
          assertThat(reaction.root()).isEqualTo(said.root());
          assertThat(reaction.cause()).isEqualTo(said.id());
          assertThat(reaction.states())
              .extracting(Changeset.AggregateState::id)
              .containsExactly("ada");
          assertThat(reaction.receipts())
              .containsExactly(
                  new Receipt(said.id(), "kitchen", List.of(reaction.id()), List.of(), List.of()));
        });
  }

  @Test
  void a_redelivery_has_no_second_effect_and_no_second_receipt() {
    var said = Said.by("host", conference, Said.guest("ada", 1, "Ada"));
    service.hear(false, said);
    service.hear(false, said, said);
    service.hear(true, said);
    assertThat(service.facts(conference)).containsExactly("ada=Ada x1");
    assertThat(service.receipts(conference)).hasSize(1);
  }

  @Test
  void a_superseded_state_is_ignored_and_receipted() {
    service.hear(false, Said.by("host", conference, Said.guest("ada", 2, "Ada Lovelace")));
    var late = Said.by("host", conference, Said.guest("ada", 1, "Ada Byron"));
    service.hear(false, late);
    assertThat(service.facts(conference)).containsExactly("ada=Ada Lovelace x1");
    var receipt = service.written(conference).getLast();
    assertThat(receipt.terminal()).isTrue();
    assertThat(receipt.receipts())
        .containsExactly(new Receipt(late.id(), "kitchen", List.of(), List.of(), List.of()));
  }

  @Test
  void a_state_of_a_later_incarnation_is_newer_whatever_its_version() {
    service.hear(false, Said.by("host", conference, Said.guest("ada", 7, "before")));
    var first = Said.by("host", conference, Said.guest("ada", 1, "restored"));
    service.hear(
        false,
        new Changeset(
            first.id(),
            conference,
            2,
            "host",
            first.root(),
            null,
            first.part(),
            first.origin(),
            first.states(),
            List.of(),
            first.subscribers(),
            List.of()));
    assertThat(service.facts(conference)).containsExactly("ada=restored x2");
  }

  @Test
  void the_very_first_states_of_many_are_taken_unnoted_and_only_where_nothing_newer_is_known() {
    service.hear(false, Said.by("host", conference, Said.guest("g7", 2, "newer")));
    var guests =
        IntStream.range(0, Arrivals.MANY)
            .mapToObj(i -> Said.guest("g" + i, 1, "first"))
            .toArray(Changeset.AggregateState[]::new);
    var many = Said.by("host", conference, guests);
    service.hear(false, many, many);
    assertThat(service.facts(conference))
        .hasSize(Arrivals.MANY)
        .contains("g6=first x1", "g7=newer x1");
    assertThat(service.noted(conference)).containsExactly("g7");
    service.hear(false, Said.by("host", conference, Said.guest("g6", 2, "second")));
    service.hear(false, Said.by("host", conference, Said.guest("g6", 1, "late")));
    assertThat(service.facts(conference)).contains("g6=second x2");
    assertThat(service.noted(conference)).containsExactly("g6", "g7");
  }

  @Test
  void two_owners_topics_in_any_order_give_the_same_facts() {
    var other = UUID.randomUUID();
    for (var c : List.of(conference, other)) {
      var guests = Said.by("host", c, Said.guest("ada", 1, "Ada"), Said.guest("bob", 1, "Bob"));
      var guest = Said.by("host", c, Said.guest("ada", 2, "Ada L."));
      var rooms = Said.by("house", c, Said.room("101", 1, "garden"));
      var room = Said.by("house", c, Said.room("101", 2, "street"));
      if (c.equals(conference)) {
        service.hear(false, guests, guest, rooms, room);
      } else {
        service.hear(false, rooms, guests);
        service.hear(false, room);
        service.hear(false, guest);
      }
    }
    assertThat(service.facts(other)).isEqualTo(service.facts(conference));
    assertThat(service.facts(other))
        .containsExactly("101=street x2", "ada=Ada L. x2", "bob=Bob x1");
  }

  @Test
  void what_cannot_be_taken_in_is_parked_alone_and_leaves_nothing_in_what_is_published() {
    service.poisonous.add("bob");
    var said =
        Said.by(
            "host",
            conference,
            Said.guest("ada", 1, "Ada"),
            Said.guest("bob", 1, "Bob"),
            Said.guest("cyd", 1, "Cyd"));
    service.hear(true, said);
    assertThat(service.facts(conference)).containsExactly("ada=Ada x1", "cyd=Cyd x1");
    var reaction = service.written(conference).getLast();
    assertThat(reaction.states())
        .extracting(Changeset.AggregateState::id)
        .containsExactly("ada", "cyd");
    assertThat(reaction.receipts())
        .singleElement()
        .extracting(Receipt::parked)
        .isEqualTo(List.of(new Parked(SmallService.GUEST, "bob", "IllegalArgumentException")));
    assertThat(service.parking.all(conference))
        .singleElement()
        .satisfies(p -> {
          assertThat(p.id()).isEqualTo("bob");
          assertThat(p.root()).isEqualTo(said.root());
        });
  }

  @Test
  void a_newer_state_makes_a_parked_one_void() {
    service.poisonous.add("bob");
    service.hear(true, Said.by("host", conference, Said.guest("bob", 1, "Bob")));
    service.poisonous.clear();
    service.hear(false, Said.by("host", conference, Said.guest("bob", 2, "Robert")));
    assertThat(service.parking.all(conference)).isEmpty();
    assertThat(service.facts(conference)).containsExactly("bob=Robert x1");
    assertThat(service.receipts(conference).getLast().unparked())
        .containsExactly(new Parked(SmallService.GUEST, "bob", "superseded"));
  }

  @Test
  void an_older_state_leaves_the_parked_one() {
    service.poisonous.add("bob");
    service.hear(true, Said.by("host", conference, Said.guest("bob", 2, "Robert")));
    service.poisonous.clear();
    service.hear(false, Said.by("host", conference, Said.guest("bob", 1, "Bob")));
    assertThat(service.parking.all(conference))
        .extracting(Parking.ParkedAggregate::version)
        .containsExactly(2L);
  }

  @Test
  void a_parked_one_tried_again_is_taken_in_under_the_root_it_came_from() {
    service.poisonous.add("bob");
    var said = Said.by("host", conference, Said.guest("bob", 1, "Bob"));
    service.hear(true, said);
    service.poisonous.clear();

    assertThat(service.again.retry(conference, SmallService.GUEST, "bob")).isTrue();
    assertThat(service.again.retry(conference, SmallService.GUEST, "bob")).isFalse();
    assertThat(service.parking.all(conference)).isEmpty();
    assertThat(service.facts(conference)).containsExactly("bob=Bob x1");
    var retried = service.written(conference).getLast();
    assertThat(retried.root()).isEqualTo(said.root());
    assertThat(retried.cause()).isEqualTo(said.id());
    assertThat(retried.states()).extracting(Changeset.AggregateState::id).containsExactly("bob");
    assertThat(retried.receipts())
        .containsExactly(
            new Receipt(
                said.id(),
                "kitchen/retry/" + retried.id(),
                List.of(retried.id()),
                List.of(),
                List.of(new Parked(SmallService.GUEST, "bob", "taken in"))));
  }

  @Test
  void a_retry_that_fails_again_changes_nothing() {
    service.poisonous.add("bob");
    service.hear(true, Said.by("host", conference, Said.guest("bob", 1, "Bob")));
    var before = service.written(conference);
    assertThatThrownBy(() -> service.again.retry(conference, SmallService.GUEST, "bob"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(service.parking.all(conference)).hasSize(1);
    assertThat(service.written(conference)).isEqualTo(before);
  }

  @Test
  void lines_that_cannot_be_computed_park_all_states_of_the_changeset_instead_of_blocking() {
    service.completionFails = true;
    var said =
        Said.by("host", conference, Said.guest("ada", 1, "Ada"), Said.guest("bob", 1, "Bob"));
    service.hear(true, said);
    assertThat(service.facts(conference)).isEmpty();
    assertThat(service.parking.all(conference))
        .extracting(Parking.ParkedAggregate::id)
        .containsExactly("ada", "bob");
    var receipt = service.written(conference).getLast();
    assertThat(receipt.states()).isEmpty();
    assertThat(receipt.receipts())
        .singleElement()
        .satisfies(r -> {
          assertThat(r.emitted()).isEmpty();
          assertThat(r.parked()).extracting(Parked::id).containsExactly("ada", "bob");
        });

    service.completionFails = false;
    service.again.retry(conference, SmallService.GUEST, "ada");
    assertThat(service.facts(conference)).containsExactly("ada=Ada x1");
  }
}
