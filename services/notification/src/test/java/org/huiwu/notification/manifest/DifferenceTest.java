package org.huiwu.notification.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiwu.notification.manifest.NettingTest.change;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huiwu.notification.manifest.Difference.FieldChange;
import org.huiwu.platform.manifests.ContentHash;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static final LineChange NO_HEADER = change(null, null);

  @Test
  void steps_become_one_difference_from_the_first_before_to_the_last_after() {
    var over =
        Difference.over(
            List.of(
                step(change(null, "H1"), Map.of("a", change(null, "1"))),
                step(change("H1", "H1"), Map.of("a", change("1", "2"), "b", change(null, "x"))),
                step(change("H1", "H2"), Map.of("b", change("x", "y")))));
    assertThat(over.header()).isEqualTo(change(null, "H2"));
    assertThat(over.lines()).isEqualTo(Map.of("a", change(null, "2"), "b", change(null, "y")));
  }

  @Test
  void what_came_back_to_where_it_was_is_gone() {
    var over =
        Difference.over(
            List.of(
                step(NO_HEADER, Map.of("a", change("1", "2"), "b", change(null, "x"))),
                step(NO_HEADER, Map.of("a", change("2", "1"), "b", change("x", null)))));
    assertThat(over.lines()).isEmpty();
    assertThat(over.header().none()).isTrue();
  }

  @Test
  void no_steps_are_no_difference() {
    assertThat(Difference.over(List.of())).isEqualTo(Difference.NONE);
  }

  @Test
  void backwards_it_says_the_opposite() {
    var forward = step(change("H1", "H2"), Map.of("a", change(null, "1"), "b", change("1", null)));
    assertThat(forward.reversed())
        .isEqualTo(
            step(change("H2", "H1"), Map.of("a", change("1", null), "b", change(null, "1"))));
    assertThat(forward.reversed().reversed()).isEqualTo(forward);
  }

  @Test
  void header_fields_are_told_one_by_one_and_only_those_that_differ() {
    var header =
        new LineChange(
            new TreeMap<>(Map.of("plate", "桂A", "departs", "08:00")),
            new TreeMap<>(Map.of("departs", "08:00", "hall", "1")));
    assertThat(new Difference(header, new TreeMap<>()).headerFields())
        .isEqualTo(
            Map.of("plate", new FieldChange("桂A", null), "hall", new FieldChange(null, "1")));
  }

  @Test
  void the_content_hash_follows_header_and_lines() {
    var hash =
        VersionCut.rehash(
            ContentHash.EMPTY, step(change(null, "H"), Map.of("a", change(null, "1"))));
    hash = VersionCut.rehash(hash, step(change("H", "H"), Map.of("a", change("1", "2"))));
    var expected =
        ContentHash.plus(
            ContentHash.plus(ContentHash.EMPTY, "", Map.of("f", "H")), "a", Map.of("f", "2"));
    assertThat(hash).isEqualTo(expected);
  }

  private static Difference step(LineChange header, Map<String, LineChange> lines) {
    return new Difference(header, new TreeMap<>(lines));
  }
}
