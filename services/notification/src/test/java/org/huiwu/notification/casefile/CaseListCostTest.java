package org.huiwu.notification.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huiwu.notification.RippleConversation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// A conference with 5,000 changes, each of three manifests with two recipients: lists are read by
/// index, and cost what is listed.
class CaseListCostTest extends RippleConversation {
  @Autowired private CaseLists lists;

  private static final int CHANGES = 5_000;
  private static final int MANIFESTS = 300;
  private static final int PAGE = 100;
  private static final double LIMIT_MILLIS = 50;
  private static final int RUNS = 5;

  @BeforeEach
  void thousands_of_changes() {
    jdbc.update(
        """
        insert into change (root, conference, n, service, state, settled_at)
        select gen_random_uuid(), ?, n, 'excursion', 'settled', now() from generate_series(1, ?) n\
        """,
        conference,
        CHANGES);
    jdbc.update(
        """
        insert into manifest_version (conference, manifest, version, root, unfinished, line_count)
        select c.conference, 'site:' || ((c.n * 3 + k) %% %d), (c.n * 3 + k) / %d + 1, c.root, false, 1
        from change c, generate_series(0, 2) k where c.conference = ?\
        """
            .formatted(MANIFESTS, MANIFESTS),
        conference);
    jdbc.update(
        """
        insert into version_recipient (conference, manifest, version, contact)
        select conference, manifest, version, 'c' || k || manifest
        from manifest_version, generate_series(1, 2) k where conference = ?\
        """,
        conference);
    jdbc.update(
        """
        insert into standing (conference, contact, manifest, told, owed_since, due)
        select conference, contact, manifest, max(version), now(), now() from version_recipient
        where conference = ? group by conference, contact, manifest\
        """,
        conference);
    jdbc.execute("analyze change, manifest_version, version_recipient, standing");
  }

  /// @param owed how many versions each recipient has not acknowledged
  @ParameterizedTest
  @CsvSource({
    "ALL, 0",
    "ALL, 1",
    "ALL, 60",
    "CLOSED, 0",
    "CLOSED, 1",
    "SETTLED, 0",
    "SETTLED, 1",
    "SETTLED, 60",
    "OPEN, 1"
  })
  void thousands_of_changes_are_listed_by_index_only(CaseFilter filter, long owed) {
    jdbc.update(
        "update standing set acknowledged = greatest(told - ?, 0) where conference = ?",
        owed,
        conference);
    jdbc.execute("analyze standing");
    var plan = "";
    var best = Double.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      plan =
          String.join(
              "\n",
              jdbc.queryForList(
                  "explain (analyze, buffers) "
                      + CaseLists.statement(filter, lists.owed(conference)),
                  String.class,
                  conference,
                  0L,
                  Long.MAX_VALUE,
                  PAGE));
      best = Math.min(best, milliseconds(plan));
    }
    for (var table : List.of("change", "manifest_version", "version_recipient", "standing")) {
      assertThat(plan).doesNotContain("Seq Scan on " + table);
    }
    assertThat(best).as(plan).isLessThan(LIMIT_MILLIS);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 100"})
  void what_is_listed_is_right(long owed, int listed) {
    jdbc.update(
        "update standing set acknowledged = greatest(told - ?, 0) where conference = ?",
        owed,
        conference);
    assertThat(desk.get("/cases?state=settled&limit=500").body()).hasSize(listed);
    assertThat(desk.get("/cases?limit=500").body()).hasSize(500);
    assertThat(desk.get("/cases/" + UUID.randomUUID()).status()).isEqualTo(404);
  }

  private static double milliseconds(String plan) {
    var found = Pattern.compile("Execution Time: ([0-9.]+) ms").matcher(plan);
    assertThat(found.find()).isTrue();
    return Double.parseDouble(found.group(1));
  }
}
