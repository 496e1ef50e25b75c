package org.huiwu.notification.casefile;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.huiwu.notification.casefile.ClosedCases.Covered;
import org.huiwu.notification.duty.ShiftEntry.About;
import org.huiwu.notification.duty.ShiftLog;
import org.huiwu.notification.ripple.ChangeLibrary;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// A named person settles what is outstanding of a case, with a reason (docs/adr/0029). It is no
/// acknowledgement: the debt stays in the standings, but nobody is called upon for it any more.
@Component
public class Settlements {
  private static final String OUTSTANDING_OF =
      "select r.contact, r.manifest, greatest(max(s.acknowledged), max(s.settled)) + 1, max(r.version) from "
          + CaseLists.RECIPIENTS
          + " where v.root = ? and v.conference = ? and"
          + CaseLists.OUTSTANDING
          + """
          and (?::text is null or r.contact = ?) and (?::text is null or r.manifest = ?)
          and split_part(r.manifest, ':', 1) = any(?)
          group by r.contact, r.manifest order by 1, 2\
          """;

  /// @param settled what had been outstanding
  /// @param closed the cases that are closed by it, this one and others
  public record Settled(UUID change, List<Version> settled, List<UUID> closed) {}

  /// @param version it and all before it
  public record Version(String contact, String manifest, long version) {}

  private final JdbcTemplate jdbc;
  private final ChangeLibrary changes;
  private final ClosedCases cases;
  private final ShiftLog shiftLog;
  private final Clock clock;

  Settlements(
      JdbcTemplate jdbc, ChangeLibrary changes, ClosedCases cases, ShiftLog shiftLog, Clock clock) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.cases = cases;
    this.shiftLog = shiftLog;
    this.clock = clock;
  }

  /// Inside a transaction under the conference's lock.
  ///
  /// @param contact null: all recipients
  /// @param manifest null: all manifests of these kinds
  /// @param kinds those that are the business of whoever settles
  /// @param by the account
  /// @throws Missing when there is no such change
  /// @throws Conflict when nothing of it is outstanding
  public Settled settle(
      UUID conference,
      UUID change,
      @Nullable String contact,
      @Nullable String manifest,
      Set<String> kinds,
      String by,
      String reason) {
    if (changes.isOpen(conference, change).isEmpty()) {
      throw new Missing("change-unknown", change);
    }
    var covered =
        jdbc.query(
            OUTSTANDING_OF,
            (row, _) ->
                new Covered(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)),
            change,
            conference,
            contact,
            contact,
            manifest,
            manifest,
            kinds.toArray(String[]::new));
    if (covered.isEmpty()) {
      throw new Conflict("nothing-outstanding", change);
    }
    covered.forEach(c -> settle(conference, change, c, by, reason));
    var closed = cases.tell(conference, covered);
    shiftLog.note(
        conference,
        "case-settled",
        new About(change, manifest, contact),
        by,
        Objects.requireNonNullElse(contact, "*"),
        covered.size(),
        reason);
    return new Settled(
        change,
        covered.stream().map(c -> new Version(c.contact(), c.manifest(), c.to())).toList(),
        closed);
  }

  private void settle(UUID conference, UUID change, Covered covered, String by, String reason) {
    jdbc.update(
        """
        insert into settlement (conference, contact, manifest, version, covers_from, change, settled_by, reason, at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        conference,
        covered.contact(),
        covered.manifest(),
        covered.to(),
        covered.from(),
        change,
        by,
        reason,
        Timestamp.from(clock.instant()));
    jdbc.update(
        """
        update standing set settled = ?, next_step_at = case when told > ? then next_step_at end
        where conference = ? and contact = ? and manifest = ?\
        """,
        covered.to(),
        covered.to(),
        conference,
        covered.contact(),
        covered.manifest());
  }
}
