package org.huiwu.notification.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.huiwu.notification.manifest.Netting.Published;
import org.huiwu.notification.manifest.Netting.PublishedLine;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NettingTest {
  private static final Published NOTHING = new Published(null, 0, Map.of());

  @Test
  void the_latest_state_of_a_line_wins_in_any_order_of_deltas() {
    var deltas =
        new ArrayList<>(
            List.of(line(1, "a", "1"), line(2, "a", "2"), line(3, "a", "3"), line(4, "b", "1")));
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(deltas, new Random(seed));
      var net = Netting.net(deltas, NOTHING);
      assertThat(net.difference().lines())
          .isEqualTo(Map.of("a", change(null, "3"), "b", change(null, "1")));
      assertThat(net.lines().get("a")).isEqualTo(new PublishedLine(3, fields("3")));
    }
  }

  @Test
  void there_and_back_again_is_no_revision_but_is_remembered() {
    var published = published("a", 5, "A");
    var net = Netting.net(List.of(line(7, "a", "A"), line(6, "a", "B")), published);
    assertThat(net.revises()).isFalse();
    assertThat(net.lines()).isEqualTo(Map.of("a", new PublishedLine(7, fields("A"))));
  }

  @Test
  void added_and_struck_out_again_is_no_revision() {
    var net = Netting.net(List.of(line(1, "a", "A"), line(2, "a", null)), NOTHING);
    assertThat(net.revises()).isFalse();
    assertThat(net.lines()).isEqualTo(Map.of("a", new PublishedLine(2, null)));
  }

  @Test
  void a_line_that_was_published_with_a_later_state_is_passed_over() {
    var net =
        Netting.net(
            List.of(line(6, "a", "older"), line(6, "b", "new")), published("a", 7, "newer"));
    assertThat(net.difference().lines()).isEqualTo(Map.of("b", change(null, "new")));
    assertThat(net.lines()).containsOnlyKeys("b");
  }

  @Test
  void a_line_that_was_struck_out_later_does_not_come_back() {
    var published = new Published(null, 0, Map.of("a", new PublishedLine(7, null)));
    assertThat(Netting.net(List.of(line(6, "a", "older")), published).revises()).isFalse();
    assertThat(Netting.net(List.of(line(8, "a", "newer")), published).difference().lines())
        .isEqualTo(Map.of("a", change(null, "newer")));
  }

  @Test
  void a_struck_out_line_shows_what_it_was() {
    var net = Netting.net(List.of(line(6, "a", null)), published("a", 5, "A"));
    assertThat(net.difference().lines()).isEqualTo(Map.of("a", change("A", null)));
  }

  @Test
  void the_header_follows_its_latest_delta_and_is_kept_by_deltas_without_one() {
    var net = Netting.net(List.of(header(3, "C"), header(2, "B"), line(4, "a", "1")), NOTHING);
    assertThat(net.header()).isEqualTo(fields("C"));
    assertThat(net.headerSeq()).isEqualTo(3);
    assertThat(net.difference().header()).isEqualTo(change(null, "C"));

    var kept = Netting.net(List.of(line(5, "a", "2")), new Published(fields("C"), 3, Map.of()));
    assertThat(kept.header()).isEqualTo(fields("C"));
    assertThat(kept.headerSeq()).isEqualTo(3);
    assertThat(kept.difference().header().none()).isTrue();
  }

  @Test
  void a_header_that_was_published_with_a_later_state_is_passed_over() {
    var published = new Published(fields("new"), 9, Map.of());
    var net = Netting.net(List.of(header(8, "old"), closing(7)), published);
    assertThat(net.revises()).isFalse();
    assertThat(net.header()).isEqualTo(fields("new"));
  }

  @Test
  void a_closed_manifest_has_no_header_any_more() {
    var published = new Published(fields("A"), 3, Map.of());
    var net = Netting.net(List.of(closing(4)), published);
    assertThat(net.revises()).isTrue();
    assertThat(net.header()).isNull();
    assertThat(net.difference().header()).isEqualTo(change("A", null));
    assertThat(Netting.net(List.of(closing(4), header(5, "A")), published).revises()).isFalse();
  }

  static ManifestDelta line(long seq, String key, @Nullable String value) {
    Map<String, @Nullable Map<String, String>> lines = new HashMap<>();
    lines.put(key, value == null ? null : fields(value));
    return new ManifestDelta("trip:B1", seq, seq - 1, "", null, false, lines);
  }

  private static ManifestDelta header(long seq, String value) {
    return new ManifestDelta("trip:B1", seq, seq - 1, "", fields(value), false, Map.of());
  }

  private static ManifestDelta closing(long seq) {
    return new ManifestDelta("trip:B1", seq, seq - 1, "", null, true, Map.of());
  }

  private static Published published(String key, long seq, String value) {
    return new Published(null, 0, Map.of(key, new PublishedLine(seq, fields(value))));
  }

  static LineChange change(@Nullable String before, @Nullable String after) {
    return new LineChange(
        before == null ? null : fields(before), after == null ? null : fields(after));
  }

  static TreeMap<String, String> fields(String value) {
    return new TreeMap<>(Map.of("f", value));
  }
}
