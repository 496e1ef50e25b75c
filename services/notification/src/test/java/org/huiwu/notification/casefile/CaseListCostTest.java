package org.huiwu.notification.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.huiwu.notification.RippleConversation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A conference with 5,000 changes, each of three manifests with two recipients: lists are read by
/// index, and cost what is listed.
class CaseListCostTest extends RippleConversation {
  @Autowired private CaseLists lists;

  private static final int CHANGES = 5_000;
  private static final int MANIFESTS = 300;
  private static final int PAGE = 100;
  private static final double LIMIT_MILLIS = 50;
  private static final int RUNS = 3;

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

  private record Listed(CaseFilter filter, long owed) {}

  private static final List<Listed> LISTED =
      List.of(
          new Listed(CaseFilter.ALL, 0),
          new Listed(CaseFilter.CLOSED, 0),
          new Listed(CaseFilter.SETTLED, 0),
          new Listed(CaseFilter.ALL, 1),
          new Listed(CaseFilter.CLOSED, 1),
          new Listed(CaseFilter.SETTLED, 1),
          new Listed(CaseFilter.OPEN, 1),
          new Listed(CaseFilter.ALL, CHANGES),
          new Listed(CaseFilter.SETTLED, CHANGES));

  @Test
  void a_page_of_thousands_of_changes_is_read_by_index_whether_little_or_everything_is_owed() {
    for (var listed : LISTED) {
      owe(listed.owed());
      var plan = cheapest(listed.filter());
      for (var table : List.of("change", "manifest_version", "version_recipient", "standing")) {
        assertThat(plan).as(listed.toString()).doesNotContain("Seq Scan on " + table);
      }
      assertThat(milliseconds(plan)).as(listed + plan).isLessThan(LIMIT_MILLIS);
    }
  }

  @Test
  void however_much_is_owed_the_same_cases_are_listed() {
    owe(0);
    assertThat(lists.page(conference, CaseFilter.SETTLED, 0, CHANGES + 1, CHANGES)).isEmpty();
    owe(1);
    var few = lists.page(conference, CaseFilter.SETTLED, 0, CHANGES + 1, CHANGES);
    assertThat(few).hasSize(MANIFESTS / 3).allMatch(c -> c.state() == CaseState.SETTLED);
    assertThat(few.getFirst().recipients()).isEqualTo(6);
    assertThat(few.getFirst().outstanding()).isEqualTo(6);
    owe(CHANGES);
    assertThat(lists.page(conference, CaseFilter.SETTLED, 0, CHANGES + 1, CHANGES))
        .hasSize(CHANGES);
    assertThat(lists.page(conference, CaseFilter.CLOSED, 0, CHANGES + 1, CHANGES)).isEmpty();
  }

  /// @param versions how many of each manifest every recipient has not acknowledged
  private void owe(long versions) {
    jdbc.update(
        "update standing set acknowledged = greatest(told - ?, 0) where conference = ?",
        versions,
        conference);
    jdbc.execute("analyze standing");
  }

  private String cheapest(CaseFilter filter) {
    return IntStream.range(0, RUNS)
        .mapToObj(_ ->
            String.join(
                "\n",
                jdbc.queryForList(
                    "explain (analyze, buffers) "
                        + CaseLists.statement(filter, lists.owed(conference)),
                    String.class,
                    conference,
                    0L,
                    Long.MAX_VALUE,
                    PAGE)))
        .min(Comparator.comparing(CaseListCostTest::milliseconds))
        .orElseThrow();
  }

  private static double milliseconds(String plan) {
    var found = Pattern.compile("Execution Time: ([0-9.]+) ms").matcher(plan);
    assertThat(found.find()).isTrue();
    return Double.parseDouble(found.group(1));
  }
}
