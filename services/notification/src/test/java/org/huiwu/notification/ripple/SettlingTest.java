package org.huiwu.notification.ripple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.huiwu.notification.Owner;
import org.huiwu.notification.RippleConversation;
import org.huiwu.notification.Story;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Design, "Settled, exactly": when every changeset that was announced is here and every pinned
/// subscriber has given its receipt; never by time.
class SettlingTest extends RippleConversation {

  /// Three levels; what catering does first it takes back later.
  private static List<Changeset> tree(Story story) {
    var meal = new Owner("meal:D1");
    var root = story.begins("registration", List.of("accommodation", "catering", "excursion"));
    var rooms =
        story.answers(
            "accommodation",
            root,
            List.of("catering"),
            new Owner("rooming:H1").line("p", "room", "101"));
    var bus =
        story.answers(
            "excursion",
            root,
            List.of("catering", "transport-dispatch"),
            new Owner("site:S1").line("p", "bus", "B1"));
    var trip =
        story.answers(
            "transport-dispatch",
            bus,
            List.of("excursion"),
            new Owner("trip:B1").line("p", "rank", "1"));
    return List.of(
        root,
        rooms,
        bus,
        trip,
        story.answers("catering", root, List.of(), meal.line("normal", "count", "1")),
        story.reads("catering", rooms),
        story.answers("catering", bus, List.of(), meal.struck("normal")),
        story.reads("excursion", trip));
  }

  /// What one owner says of one manifest stays in its order, as it does on its topic.
  private static List<Changeset> shuffled(List<Changeset> records, int seed) {
    List<Changeset> order = new ArrayList<>(records);
    Collections.shuffle(order, new Random(seed));
    var first = order.indexOf(records.get(4));
    var second = order.indexOf(records.get(6));
    if (first > second) {
      Collections.swap(order, first, second);
    }
    return order;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_change_settles_exactly_with_its_last_record_in_whatever_order_they_come(int seed) {
    var story = story();
    var records = shuffled(tree(story), seed);
    say(records.subList(0, records.size() - 1));
    untilRead();
    assertThat(state(story.root())).isEqualTo("open");
    assertThat(versions()).as("nothing is published of an open change").isEmpty();

    say(records.subList(records.size() - 1, records.size()));
    var settled = settled(story.root());
    assertThat(settled.path("state").asString()).isEqualTo("settled");
    assertThat(settled.path("waitingFor")).isEmpty();
    assertThat(settled.path("tree")).hasSize(6);
    assertThat(settled.path("action").asString()).isEqualTo("switch-route");
    assertThat(settled.path("service").asString()).isEqualTo("registration");
    assertThat(settled.path("reason").asString()).isEqualTo("改线");
    assertThat(settled.path("revised").findValuesAsString("manifest"))
        .containsExactly("rooming:H1", "site:S1", "trip:B1");
    assertThat(versions()).containsExactly("rooming:H1@1", "site:S1@1", "trip:B1@1");

    say(shuffled(records, seed + 100));
    untilRead();
    assertThat(change(story.root(), 0)).as("redelivery changes nothing").isEqualTo(settled);
    assertThat(versions()).containsExactly("rooming:H1@1", "site:S1@1", "trip:B1@1");
    assertThat(events("change-opened", story.root())).isEqualTo(1);
    assertThat(events("change-settled", story.root())).isEqualTo(1);
  }

  @Test
  void records_on_the_topics_of_their_services_settle_too() {
    var story = story();
    say(tree(story).toArray(Changeset[]::new));
    assertThat(settled(story.root()).path("revised")).hasSize(3);
  }

  @Test
  void a_child_or_a_receipt_alone_makes_the_change_known_and_open() {
    var story = story();
    var root = story.begins("registration", List.of("accommodation"));
    var child = story.answers("accommodation", root, List.of());
    tellInOrder(child);
    var open = change(story.root(), 0);
    assertThat(open.path("state").asString()).isEqualTo("open");
    assertThat(open.path("waitingFor").findValuesAsString("changeset"))
        .containsExactly(story.root().toString());
    say(List.of(root));
    settled(story.root());
  }

  @Test
  void a_change_in_parts_does_not_settle_before_its_last_part() {
    var story = story();
    var second = UUID.randomUUID();
    var third = UUID.randomUUID();
    var one = story.part(story.root(), "registration", new Part(1, second), List.of("venue"));
    var two = story.part(second, "registration", new Part(2, third), List.of("venue"));
    var three = story.part(third, "registration", new Part(3, null), List.of("venue"));
    tellInOrder(one, story.reads("venue", one), two, story.reads("venue", two));
    assertThat(state(story.root())).isEqualTo("open");
    tellInOrder(three);
    assertThat(change(story.root(), 0).path("waitingFor").findValuesAsString("consumer"))
        .containsExactly("venue");
    say(List.of(story.reads("venue", three)));
    assertThat(settled(story.root()).path("tree").findValuesAsString("part"))
        .containsExactly("1", "2", "3");
  }

  @Test
  void a_change_that_nobody_subscribes_to_settles_at_once() {
    var story = story();
    say(story.begins("venue", List.of(), new Owner("session:A").header("hall", "1")));
    settled(story.root());
    assertThat(versions()).containsExactly("session:A@1");
  }

  @Test
  void two_changes_on_one_tally_line_both_settle_with_the_right_count() {
    var meal = new Owner("meal:L1");
    var first = story();
    var second = story();
    var one = first.begins("registration", List.of("catering"));
    var two = second.begins("registration", List.of("catering"));
    var oneCounted = first.answers("catering", one, List.of("x"), meal.line("halal", "count", "1"));
    var twoCounted =
        second.answers("catering", two, List.of("x"), meal.line("halal", "count", "2"));
    var oneMore =
        first.answers("catering", oneCounted, List.of(), meal.line("normal", "count", "7"));
    tellInOrder(one, two, oneCounted, twoCounted, oneMore, second.reads("x", twoCounted));
    settled(second.root());
    assertThat(state(first.root())).isEqualTo("open");
    assertThat(versions()).containsExactly("meal:L1@1");
    assertThat(count("halal")).isEqualTo("2");
    assertThat(count("normal")).isEmpty();

    say(List.of(first.reads("x", oneCounted)));
    settled(first.root());
    assertThat(versions()).containsExactly("meal:L1@2");
    assertThat(count("halal")).as("the older count does not come back").isEqualTo("2");
    assertThat(count("normal")).isEqualTo("7");
    assertThat(desk.get("/manifests/meal:L1/versions").body().findValuesAsString("version"))
        .containsExactly("1", "2");
  }

  private String count(String diet) {
    return desk.get("/manifests/meal:L1")
        .body()
        .path("lines")
        .path(diet)
        .path("count")
        .asString("");
  }

  @Test
  void who_waits_is_answered_as_soon_as_it_settles() throws Exception {
    var story = story();
    var root = story.begins("registration", List.of("venue"));
    tellInOrder(root);
    var began = System.nanoTime();
    var waiting = CompletableFuture.supplyAsync(() -> change(story.root(), 25));
    await()
        .during(Duration.ofMillis(300))
        .atMost(Duration.ofSeconds(2))
        .until(() -> !waiting.isDone());
    say(List.of(story.reads("venue", root)));
    assertThat(waiting.get(20, TimeUnit.SECONDS).path("state").asString()).isEqualTo("settled");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void an_unknown_change_is_waited_for_and_then_not_found() {
    assertThat(desk.get("/changes/" + UUID.randomUUID()).code()).isEqualTo("change-unknown");
    var story = story();
    var waiting = CompletableFuture.supplyAsync(() -> change(story.root(), 20));
    say(story.begins("venue", List.of()));
    assertThat(waiting.join().path("state").asString()).isEqualTo("settled");
  }

  @Test
  void changes_are_listed_since_a_number() {
    var first = story();
    var second = story();
    say(List.of(first.begins("venue", List.of()), second.begins("venue", List.of())));
    settled(second.root());
    var all = desk.get("/changes").body();
    assertThat(all.findValuesAsString("id"))
        .containsExactly(first.root().toString(), second.root().toString());
    assertThat(desk.get("/changes?since=1").body().findValuesAsString("id"))
        .containsExactly(second.root().toString());
    assertThat(desk.get("/changes?limit=1").body()).hasSize(1);
  }
}
