package org.huiwu.notification.ripple;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;
import org.huiwu.notification.RippleConversation;
import org.junit.jupiter.api.Test;

/// Whether a change has ended is asked after every batch of receipts: it must not read the table.
class CompletenessCostTest extends RippleConversation {
  private static final int NODES = 600;
  private static final double LIMIT_MILLIS = 250;
  private static final int OTHER_CHANGES = 3000;

  @Test
  void a_large_change_among_many_is_looked_at_by_index_only() {
    var root = UUID.randomUUID();
    fill(root, NODES);
    jdbc.update(
        """
        insert into ripple_node (root, changeset, received, subscribers)
        select gen_random_uuid(), gen_random_uuid(), true, '{accommodation,catering,venue}' from generate_series(1, ?)\
        """,
        OTHER_CHANGES);
    jdbc.update(
        """
        insert into ripple_receipt (root, changeset, consumer, emitted)
        select n.root, n.changeset, c.consumer, '{}' from ripple_node n, unnest(n.subscribers) c (consumer)
        on conflict do nothing\
        """);
    jdbc.execute("analyze ripple_node, ripple_receipt");
    assertThat(jdbc.queryForList(RippleStore.COMPLETE, UUID.class, (Object) new UUID[] {root}))
        .containsExactly(root);
    var plan =
        String.join(
            "\n",
            jdbc.queryForList(
                "explain (analyze, buffers) " + RippleStore.COMPLETE,
                String.class,
                (Object) new UUID[] {root}));
    assertThat(plan)
        .contains("using ripple_receipt_pkey")
        .doesNotContain("Seq Scan on ripple")
        .doesNotContain("Hash");
    assertThat(milliseconds(plan)).as(plan).isLessThan(LIMIT_MILLIS);

    jdbc.update(
        "delete from ripple_receipt where consumer = 'venue' and changeset = (select max(changeset::text)::uuid from ripple_node where root = ?)",
        root);
    assertThat(jdbc.queryForList(RippleStore.COMPLETE, UUID.class, (Object) new UUID[] {root}))
        .isEmpty();
  }

  private static double milliseconds(String plan) {
    var found = Pattern.compile("Execution Time: ([0-9.]+) ms").matcher(plan);
    assertThat(found.find()).isTrue();
    return Double.parseDouble(found.group(1));
  }

  private void fill(UUID root, int nodes) {
    jdbc.update(
        """
        insert into ripple_node (root, changeset, received, subscribers)
        select ?, gen_random_uuid(), true, '{accommodation,catering,excursion,transport-dispatch,venue}'
        from generate_series(1, ?)\
        """,
        root,
        nodes);
  }
}
