package org.huiwu.notification.ripple;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.ManifestDelta;
import org.huiwu.platform.messaging.Changeset.Part;
import org.huiwu.platform.messaging.Changeset.Receipt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenTreesTest {
  private static final UUID CONFERENCE = UUID.randomUUID();
  private static final ManifestDelta DELTA =
      new ManifestDelta("site:S1", 1, 0, "", null, false, java.util.Map.of());

  private static Changeset said(
      UUID id,
      UUID root,
      @Nullable UUID cause,
      Part part,
      List<ManifestDelta> manifests,
      List<String> subscribers,
      List<Receipt> receipts) {
    return new Changeset(
        id,
        CONFERENCE,
        1,
        "a",
        root,
        cause,
        part,
        null,
        List.of(),
        manifests,
        subscribers,
        receipts);
  }

  private static Receipt receipt(UUID of, String by, UUID... emitted) {
    return new Receipt(of, by, List.of(emitted), List.of(), List.of());
  }

  @Test
  void a_change_looks_complete_when_all_that_was_announced_is_here_and_every_receipt_given() {
    var root = UUID.randomUUID();
    var derived = UUID.randomUUID();
    var records = new ArrayList<Changeset>();
    records.add(said(root, root, null, Part.WHOLE, List.of(DELTA), List.of("b", "c"), List.of()));
    records.add(
        said(
            derived,
            root,
            root,
            Part.WHOLE,
            List.of(DELTA),
            List.of(),
            List.of(receipt(root, "b", derived))));
    records.add(
        said(
            UUID.randomUUID(),
            root,
            root,
            Part.WHOLE,
            List.of(),
            List.of(),
            List.of(receipt(root, "c"))));
    for (int seed = 0; seed < 20; seed++) {
      var trees = new OpenTrees();
      Collections.shuffle(records, new Random(seed));
      assertThat(records.stream().map(trees::completedBy)).containsExactly(false, false, true);
    }
  }

  @Test
  void a_change_in_parts_is_not_complete_before_its_last_part() {
    var root = UUID.randomUUID();
    var second = UUID.randomUUID();
    var trees = new OpenTrees();
    assertThat(
            trees.completedBy(
                said(root, root, null, new Part(1, second), List.of(), List.of(), List.of())))
        .isFalse();
    assertThat(
            trees.completedBy(
                said(second, root, root, new Part(2, null), List.of(), List.of(), List.of())))
        .isTrue();
  }

  @Test
  void what_is_heard_of_a_change_whose_beginning_is_unknown_never_looks_complete() {
    var root = UUID.randomUUID();
    var trees = new OpenTrees();
    assertThat(
            trees.completedBy(
                said(
                    UUID.randomUUID(),
                    root,
                    root,
                    Part.WHOLE,
                    List.of(DELTA),
                    List.of(),
                    List.of(receipt(root, "b")))))
        .isFalse();
  }
}
