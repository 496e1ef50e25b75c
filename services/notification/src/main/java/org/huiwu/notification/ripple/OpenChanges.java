package org.huiwu.notification.ripple;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Changes whose ripple goes on: for how long, and what has been said and cut of them meanwhile.
/// Time says only that one is not finished, never that it is. Marks are made under the conference's
/// lock.
@Component
class OpenChanges {

  /// When something of an open change came last: a long import that goes on is slow, not stuck.
  static final String LAST_HEARD =
      "greatest(first_seen, (select max(at) from ripple_receipt r where r.root = change.root))";

  private static final String SOME_TIME_AGO = " < clock_timestamp() - make_interval(secs => ?) ";

  private final JdbcTemplate jdbc;

  OpenChanges(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  record Open(UUID conference, UUID root) {}

  List<Open> notYetProvisional(long millis) {
    return open("and not provisional", millis);
  }

  List<Open> notYetCut(long millis) {
    return open(
        "and not cut_unfinished and " + LAST_HEARD + SOME_TIME_AGO, millis, millis / 1000.0);
  }

  private List<Open> open(String which, long millis, Object... more) {
    return jdbc.query(
        "select conference, root from change where state = 'open' and first_seen"
            + SOME_TIME_AGO
            + which,
        (row, _) -> new Open(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
        Stream.concat(Stream.of(millis / 1000.0), Stream.of(more)).toArray());
  }

  /// @return whether the change is still open and was not marked before
  boolean markProvisional(UUID root) {
    return jdbc.update(
            "update change set provisional = true where root = ? and state = 'open' and not provisional",
            root)
        == 1;
  }

  /// @return whether the change is still open and was not marked before
  boolean markCutUnfinished(UUID root) {
    return jdbc.update(
            "update change set cut_unfinished = true where root = ? and state = 'open' and not cut_unfinished",
            root)
        == 1;
  }
}
