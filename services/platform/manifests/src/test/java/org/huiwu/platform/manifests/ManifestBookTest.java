package org.huiwu.platform.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.platform.manifests.Contribution.header;
import static org.huiwu.platform.manifests.Contribution.line;
import static org.huiwu.platform.manifests.Contribution.one;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManifestBookTest {
  private static final String TRIP = "trip:E1";
  private static final String MEAL = "meal:D1";
  private static final Map<String, String> ADA = Map.of("name", "Ada");
  private static final Map<String, String> ADA_LATER = Map.of("name", "Ada L.");

  private Ledger ledger;

  @BeforeEach
  void an_empty_ledger() {
    ledger = new Ledger();
  }

  @AfterEach
  void gone() {
    ledger.close();
  }

  private ManifestDelta only(String... subjects) {
    var deltas = ledger.revise(subjects);
    assertThat(deltas).hasSize(1);
    return deltas.getFirst();
  }

  @Test
  void a_line_is_added_changed_and_removed_and_each_delta_follows_the_last() {
    ledger.says("p/a", line(TRIP, "a", ADA));
    var added = only("p/a");
    assertThat(added.manifest()).isEqualTo(TRIP);
    assertThat(added.seq()).isEqualTo(1);
    assertThat(added.previous()).isZero();
    assertThat(added.lines()).isEqualTo(Map.of("a", ADA));
    assertThat(added.header()).isNull();
    assertThat(added.closed()).isFalse();

    ledger.says("p/a", line(TRIP, "a", ADA_LATER));
    var changed = only("p/a");
    assertThat(changed.lines()).isEqualTo(Map.of("a", ADA_LATER));
    assertThat(changed.seq()).isEqualTo(2);
    assertThat(changed.previous()).isEqualTo(1);

    ledger.facts.remove("p/a");
    var removed = only("p/a");
    assertThat(removed.lines()).containsOnlyKeys("a");
    assertThat(removed.lines().get("a")).isNull();
    assertThat(removed.seq()).isEqualTo(3);
    assertThat(removed.hash()).isEqualTo(ContentHash.EMPTY);
    assertThat(ledger.find(TRIP).orElseThrow().lines()).isEmpty();
  }

  @Test
  void what_does_not_differ_gives_no_delta_and_no_changeset() {
    ledger.says("p/a", line(TRIP, "a", ADA), one(MEAL, "halal", "count"));
    ledger.revise("p/a");
    assertThat(ledger.revise("p/a", "p/unknown")).isEmpty();
    assertThat(ledger.jdbc.queryForObject("select count(*) from outbox", Integer.class))
        .isEqualTo(1);
  }

  @Test
  void a_change_that_another_undoes_in_one_transaction_yields_no_delta() {
    ledger.says("p/a", line(TRIP, "a", ADA), one(MEAL, "halal", "count"));
    ledger.revise("p/a");
    var published =
        ledger.revise(() -> {
          ledger.says("p/a", line(TRIP, "a", ADA_LATER));
          ledger.says("p/a", line(TRIP, "a", ADA), one(MEAL, "halal", "count"));
          return List.of("p/a");
        });
    assertThat(published).isEmpty();
    assertThat(ledger.find(TRIP).orElseThrow().seq()).isEqualTo(1);
  }

  @Test
  void a_tally_counts_up_and_down_and_at_zero_the_line_is_gone() {
    ledger.says("p/a", one(MEAL, "halal", "count"));
    ledger.says("p/b", one(MEAL, "halal", "count"));
    assertThat(only("p/a", "p/b").lines()).isEqualTo(Map.of("halal", Map.of("count", "2")));

    ledger.says("p/b", one(MEAL, "normal", "count"));
    assertThat(only("p/b").lines())
        .isEqualTo(Map.of("halal", Map.of("count", "1"), "normal", Map.of("count", "1")));

    ledger.facts.remove("p/a");
    var zero = only("p/a");
    assertThat(zero.lines()).containsOnlyKeys("halal");
    assertThat(zero.lines().get("halal")).isNull();
    assertThat(ledger.find(MEAL).orElseThrow().lines()).containsOnlyKeys("normal");

    ledger.says("p/c", one(MEAL, "halal", "count"));
    assertThat(only("p/c").lines()).isEqualTo(Map.of("halal", Map.of("count", "1")));
  }

  @Test
  void a_subject_that_counts_twice_and_then_once_is_counted_down() {
    ledger.says("p/a", one(MEAL, "halal", "count"), one(MEAL, "halal", "count"));
    assertThat(only("p/a").lines()).isEqualTo(Map.of("halal", Map.of("count", "2")));
    ledger.says("p/a", one(MEAL, "halal", "count"));
    assertThat(only("p/a").lines()).isEqualTo(Map.of("halal", Map.of("count", "1")));
  }

  @Test
  void two_subjects_that_change_places_on_a_tally_give_no_delta() {
    ledger.says("p/a", one(MEAL, "halal", "count"));
    ledger.says("p/b", one(MEAL, "normal", "count"));
    ledger.revise("p/a", "p/b");
    ledger.says("p/a", one(MEAL, "normal", "count"));
    ledger.says("p/b", one(MEAL, "halal", "count"));
    assertThat(ledger.revise("p/a", "p/b")).isEmpty();
  }

  @Test
  void a_line_that_only_passes_to_another_subject_gives_no_delta() {
    ledger.says("p/a", line(TRIP, "seat", ADA));
    ledger.revise("p/a");
    ledger.facts.remove("p/a");
    ledger.says("p/b", line(TRIP, "seat", ADA));
    assertThat(ledger.revise("p/a", "p/b")).isEmpty();
    ledger.says("p/b", line(TRIP, "seat", ADA_LATER));
    assertThat(only("p/b").lines()).isEqualTo(Map.of("seat", ADA_LATER));
  }

  @Test
  void a_header_opens_changes_and_closes_a_manifest() {
    ledger.says("trip/E1", header(TRIP, Map.of("plate", "A1")));
    ledger.says("p/a", line(TRIP, "a", ADA));
    var opened = only("trip/E1", "p/a");
    assertThat(opened.header()).isEqualTo(Map.of("plate", "A1"));
    assertThat(opened.closed()).isFalse();

    ledger.says("trip/E1", header(TRIP, Map.of("plate", "B2")));
    var changed = only("trip/E1");
    assertThat(changed.header()).isEqualTo(Map.of("plate", "B2"));
    assertThat(changed.lines()).isEmpty();

    ledger.facts.clear();
    var closed = only("trip/E1", "p/a");
    assertThat(closed.header()).isNull();
    assertThat(closed.closed()).isTrue();
    assertThat(closed.hash()).isEqualTo(ContentHash.EMPTY);
    assertThat(ledger.find(TRIP).orElseThrow().header()).isNull();
  }

  @Test
  void the_hash_of_each_delta_is_that_of_the_whole_content() {
    ledger.says("trip/E1", header(TRIP, Map.of("plate", "A1")));
    ledger.says("p/a", line(TRIP, "a", ADA), one(MEAL, "halal", "count"));
    for (var delta : ledger.revise("trip/E1", "p/a")) {
      var whole = ledger.find(delta.manifest()).orElseThrow();
      assertThat(whole.hash()).isEqualTo(delta.hash()).isEqualTo(Ledger.hashOf(whole));
      assertThat(whole.seq()).isEqualTo(delta.seq());
    }
    assertThat(ledger.heads()).extracting(Manifests.Head::manifest).containsExactly(MEAL, TRIP);
    assertThat(ledger.find("trip:E")).isEmpty();
  }

  @Test
  void whatever_happens_the_stored_content_is_what_a_recomputation_gives() {
    var random = new Random(42);
    var subjects = List.of("p/a", "p/b", "p/c", "p/d", "p/e", "trip/E1", "trip/E2", "meal/D1");
    Map<String, String> chain = new HashMap<>();
    Map<String, Long> seqs = new HashMap<>();
    Map<String, Map<String, Map<String, String>>> netted = new TreeMap<>();
    for (int round = 0; round < 60; round++) {
      var touched = subjects.stream().filter(_ -> random.nextInt(3) == 0).toList();
      touched.forEach(s -> ledger.facts.put(s, anything(s, random)));
      for (var delta : ledger.revise(touched.toArray(String[]::new))) {
        assertThat(delta.previous()).isEqualTo(seqs.getOrDefault(delta.manifest(), 0L));
        assertThat(delta.seq()).isEqualTo(delta.previous() + 1);
        assertThat(delta.hash()).isNotEqualTo(chain.get(delta.manifest()));
        seqs.put(delta.manifest(), delta.seq());
        chain.put(delta.manifest(), delta.hash());
        var lines = netted.computeIfAbsent(delta.manifest(), _ -> new TreeMap<>());
        delta
            .lines()
            .forEach((key, fields) -> {
              if (fields == null) {
                lines.remove(key);
              } else {
                lines.put(key, fields);
              }
            });
      }
    }
    assertThat(ledger.heads()).hasSizeGreaterThanOrEqualTo(4);
    var lines = ledger.recomputedLines();
    var headers = ledger.recomputedHeaders();
    for (var head : ledger.heads()) {
      var whole = ledger.find(head.manifest()).orElseThrow();
      assertThat(whole.lines())
          .isEqualTo(lines.getOrDefault(head.manifest(), Map.of()))
          .isEqualTo(netted.getOrDefault(head.manifest(), Map.of()));
      assertThat(whole.header()).isEqualTo(headers.get(head.manifest()));
      assertThat(whole.hash())
          .isEqualTo(head.hash())
          .isEqualTo(chain.get(head.manifest()))
          .isEqualTo(Ledger.hashOf(whole));
    }
  }

  private static List<Contribution> anything(String subject, Random random) {
    List<Contribution> all = new ArrayList<>();
    if (!subject.startsWith("p/")) {
      if (random.nextInt(4) > 0) {
        var manifest = subject.replace('/', ':');
        all.add(header(manifest, Map.of("plate", "P" + random.nextInt(2))));
      }
      return all;
    }
    for (var trip : List.of("trip:E1", "trip:E2")) {
      if (random.nextBoolean()) {
        all.add(line(trip, subject.substring(2), Map.of("seat", "" + random.nextInt(3))));
      }
    }
    for (var meal : List.of("meal:D1", "meal:D2")) {
      if (random.nextBoolean()) {
        all.add(one(meal, random.nextBoolean() ? "halal" : "normal", "count"));
      }
    }
    return all;
  }
}
