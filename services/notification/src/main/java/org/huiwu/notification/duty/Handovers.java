package org.huiwu.notification.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiwu.notification.duty.DutyList.Item;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Who has the shift, and what was open whenever it was handed over. The one to whom it is given
/// takes it; until then it stays where it is. Anybody on duty may hand it over (docs/adr/0029).
@Component
public class Handovers {
  private static final String SELECT =
      """
      select id, n, given_by, given_to, given_at, note, accepted_at, open_keys, urgencies
      from handover\
      """
          + " ";

  private final JdbcTemplate jdbc;
  private final DutyList duty;
  private final ShiftLog log;
  private final Clock clock;

  Handovers(JdbcTemplate jdbc, DutyList duty, ShiftLog log, Clock clock) {
    this.jdbc = jdbc;
    this.duty = duty;
    this.log = log;
    this.clock = clock;
  }

  /// Inside a transaction under the conference's lock.
  ///
  /// @param by the account that hands over, `to` the one that is to take it
  /// @throws Refused when they are the same
  public Handover give(UUID conference, String by, String to, String note) {
    if (by.equals(to)) {
      throw new Refused("handover-to-oneself");
    }
    var open = duty.open(conference).items();
    var id = UUID.randomUUID();
    jdbc.update(
        """
        insert into handover (conference, id, n, given_by, given_to, given_at, note, open_keys, urgencies)
        select ?, ?, coalesce(max(n), 0) + 1, ?, ?, ?, ?, ?, ? from handover where conference = ?\
        """,
        conference,
        id,
        by,
        to,
        Timestamp.from(clock.instant()),
        note,
        open.stream().map(i -> i.matter().key()).toArray(String[]::new),
        open.stream().map(i -> i.urgency().wire()).toArray(String[]::new),
        conference);
    log.note(conference, "handover-given", by, to, open.size());
    return get(conference, id, since(open));
  }

  /// Inside a transaction under the conference's lock.
  ///
  /// @throws Missing when there is no such handover
  /// @throws Refused when it was given to another account
  /// @throws Conflict when it was taken already, or another has been given since
  public Handover accept(UUID conference, UUID id, String by) {
    var now = openSince(conference);
    var handover = get(conference, id, now);
    if (!handover.givenTo().equals(by)) {
      throw new Refused("handover-to-another", handover.givenTo());
    }
    if (handover.acceptedAt() != null) {
      throw new Conflict("handover-accepted", id);
    }
    if (latest(conference) > handover.n()) {
      throw new Conflict("handover-superseded", id);
    }
    jdbc.update(
        "update handover set accepted_at = ? where conference = ? and id = ?",
        Timestamp.from(clock.instant()),
        conference,
        id);
    log.note(conference, "handover-accepted", by, handover.givenBy(), handover.stillOpen().size());
    return get(conference, id, now);
  }

  private long latest(UUID conference) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select coalesce(max(n), 0) from handover where conference = ?",
            Long.class,
            conference));
  }

  private Handover get(UUID conference, UUID id, Map<String, Instant> now) {
    return jdbc
        .query(
            SELECT + "where conference = ? and id = ?",
            (row, _) -> handover(row, now),
            conference,
            id)
        .stream()
        .findFirst()
        .orElseThrow(() -> new Missing("handover-unknown", id));
  }

  /// Whoever has the shift: the handover that was accepted last.
  public Optional<Handover> current(UUID conference) {
    var now = openSince(conference);
    return jdbc
        .query(
            SELECT
                + "where conference = ? and accepted_at is not null order by accepted_at desc, n desc limit 1",
            (row, _) -> handover(row, now),
            conference)
        .stream()
        .findFirst();
  }

  /// The latest first.
  public List<Handover> history(UUID conference, int limit) {
    var now = openSince(conference);
    return jdbc.query(
        SELECT + "where conference = ? order by n desc limit ?",
        (row, _) -> handover(row, now),
        conference,
        limit);
  }

  private Map<String, Instant> openSince(UUID conference) {
    return since(duty.open(conference).items());
  }

  private static Map<String, Instant> since(List<Item> open) {
    return open.stream()
        .map(Item::matter)
        .collect(
            Collectors.toMap(OpenMatter::key, OpenMatter::since, (a, b) -> a.isBefore(b) ? a : b));
  }

  private static Handover handover(ResultSet row, Map<String, Instant> now) throws SQLException {
    var at = row.getTimestamp(5).toInstant();
    var accepted = row.getTimestamp(7);
    var keys = List.of((String[]) row.getArray(8).getArray());
    return new Handover(
        row.getObject(1, UUID.class),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        at,
        row.getString(6),
        accepted == null ? null : accepted.toInstant(),
        keys,
        counts((String[]) row.getArray(9).getArray()),
        keys.stream().filter(k -> hasBeenOpen(now, k, at)).toList());
  }

  /// The same recipient may be in debt again, for something that came later.
  private static boolean hasBeenOpen(Map<String, Instant> now, String key, Instant at) {
    var since = now.get(key);
    return since != null && !since.isAfter(at);
  }

  private static Map<Urgency, Long> counts(String[] urgencies) {
    return Arrays.stream(urgencies)
        .map(u -> Urgency.valueOf(u.toUpperCase(Locale.ROOT)))
        .collect(
            Collectors.groupingBy(
                Function.identity(), () -> new EnumMap<>(Urgency.class), Collectors.counting()));
  }
}
