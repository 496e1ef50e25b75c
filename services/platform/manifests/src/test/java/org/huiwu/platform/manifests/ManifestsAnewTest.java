package org.huiwu.platform.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.platform.manifests.Contribution.header;
import static org.huiwu.platform.manifests.Contribution.line;
import static org.huiwu.platform.manifests.Contribution.one;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManifestsAnewTest {
  private static final String TRIP = "trip:E1";
  private static final String MEAL = "meal:D1";
  private static final String CLOSED = "trip:E2";

  private Ledger ledger;
  private List<Manifests.Head> published = List.of();

  @BeforeEach
  void a_ledger_with_a_past() {
    ledger = new Ledger();
    ledger.says("trip/E1", header(TRIP, Map.of("plate", "A1")));
    ledger.says("p/a", line(TRIP, "a", Map.of("name", "Ada")), one(MEAL, "halal", "count"));
    ledger.says("p/b", line(TRIP, "b", Map.of("name", "Bob")), one(MEAL, "halal", "count"));
    ledger.says("trip/E2", header(CLOSED, Map.of("plate", "A2")));
    ledger.revise("trip/E1", "trip/E2", "p/a", "p/b");
    ledger.facts.remove("trip/E2");
    ledger.says("p/b", line(TRIP, "b", Map.of("name", "Bob L.")), one(MEAL, "plain", "count"));
    ledger.revise("trip/E2", "p/b");
    published = ledger.heads();
  }

  @AfterEach
  void gone() {
    ledger.close();
  }

  @Test
  void one_by_one_or_together_the_same_is_derived_and_the_numbers_go_on() {
    for (var batch : List.of(1, 500)) {
      assertThat(ledger.anew().derive(ledger.conference, batch)).isEqualTo(3);
      assertThat(ledger.anew().continueFrom(ledger.conference, published)).isEmpty();
      assertThat(ledger.heads()).isEqualTo(published);
      assertThat(ledger.find(MEAL).orElseThrow().lines())
          .isEqualTo(Map.of("halal", Map.of("count", "1"), "plain", Map.of("count", "1")));
    }
  }

  @Test
  void what_was_wrong_is_named_and_said_with_a_gap_before_it() {
    ledger.jdbc.update("update manifest_head set hash = repeat('1', 64) where manifest = ?", TRIP);
    published = ledger.heads();
    ledger.jdbc.update("update manifest_tally set amount = amount + 1");
    ledger.anew().derive(ledger.conference, 500);
    assertThat(ledger.anew().continueFrom(ledger.conference, published)).isEqualTo(Set.of(TRIP));
    assertThat(ledger.find(MEAL).orElseThrow().lines().get("halal"))
        .isEqualTo(Map.of("count", "1"));

    var before =
        published.stream().filter(h -> h.manifest().equals(TRIP)).findFirst().orElseThrow();
    var said = ledger.change(scope -> ledger.anew().say(scope, Set.of(TRIP)));
    assertThat(said).extracting(ManifestDelta::manifest).containsExactly(TRIP);
    assertThat(said.getFirst().previous()).isEqualTo(before.seq() + 1);
    assertThat(said.getFirst().seq()).isEqualTo(before.seq() + 2);
    assertThat(said.getFirst().hash())
        .isEqualTo(Ledger.hashOf(ledger.find(TRIP).orElseThrow()))
        .isNotEqualTo(before.hash());
  }

  @Test
  void a_list_that_nobody_contributes_to_any_more_stays_closed_under_its_number() {
    ledger.anew().derive(ledger.conference, 500);
    ledger.anew().continueFrom(ledger.conference, published);
    var closed = ledger.find(CLOSED).orElseThrow();
    assertThat(closed.header()).isNull();
    assertThat(closed.lines()).isEmpty();
    assertThat(closed.seq()).isEqualTo(2);
  }
}
