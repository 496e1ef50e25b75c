package org.huiwu.registration.roster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.huiwu.registration.roster.Roster.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The uploaded rosters of each conference.
@Repository
public class Rosters {
  private static final String VIEW =
      """
      select roster, file, delegation, status, rows_total, row_done, part, people, updated, unchanged,
        queued, missing, change,
        (select count(*) from roster_issue i
          where i.conference = r.conference and i.roster = r.roster and i.state = 'waiting') waiting
      from roster r where conference = ?\
      """;

  /// Which roster of which conference is being read.
  public record Unfinished(UUID conference, UUID roster) {}

  /// How far one step of an import brings it.
  ///
  /// @param parts of the change that are committed then
  /// @param rowsDone rows of the file that are dealt with then
  /// @param people new ones in this step
  public record Progress(
      int parts,
      int rowsDone,
      int people,
      int updated,
      int unchanged,
      int queued,
      int missing,
      Status status,
      @Nullable UUID change) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  Rosters(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public Optional<Roster> find(UUID conference, UUID roster) {
    return jdbc.sql(VIEW + " and roster = ?")
        .params(conference, roster)
        .query(Rosters::roster)
        .optional();
  }

  /// @throws Missing `roster-unknown`
  public Roster get(UUID conference, UUID roster) {
    return find(conference, roster).orElseThrow(() -> new Missing("roster-unknown"));
  }

  /// In the order in which they were uploaded.
  public List<Roster> all(UUID conference) {
    return jdbc.sql(VIEW + " order by uploaded").param(conference).query(Rosters::roster).list();
  }

  /// The last one of an office, whatever became of it.
  public Optional<Roster> findNewest(UUID conference, String delegation) {
    return jdbc.sql(VIEW + " and delegation = ? order by uploaded desc limit 1")
        .params(conference, delegation)
        .query(Rosters::roster)
        .optional();
  }

  /// The offices of which something waits for a clerk.
  public List<String> waitingDelegations(UUID conference) {
    return jdbc.sql(
            """
            select distinct delegation from roster_issue
            where conference = ? and state = 'waiting' and kind in ('row', 'file') order by 1\
            """)
        .param(conference)
        .query(String.class)
        .list();
  }

  public void add(Upload upload) {
    var origin = upload.origin();
    jdbc.sql(
            """
            insert into roster (conference, roster, file, delegation, status, root, actor, role,
              reason, received_at, progressed_at)
            values (?, ?, ?, ?, 'reading', ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            upload.conference(),
            upload.id(),
            upload.file(),
            upload.delegation(),
            upload.root(),
            origin.actor(),
            origin.role())
        .param(origin.reason())
        .params(origin.receivedAt().atOffset(ZoneOffset.UTC), now())
        .update();
  }

  /// Those still being read, the oldest first.
  ///
  /// @param idleSeconds only those that have not moved for so long
  public List<Unfinished> unfinished(long idleSeconds) {
    return jdbc.sql(
            "select conference, roster from roster where status = 'reading' and progressed_at <= ? order by uploaded")
        .param(now().minusSeconds(idleSeconds))
        .query(
            (row, _) -> new Unfinished(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
        .list();
  }

  /// What an import needs; empty if it is not being read any more.
  public Optional<Upload> findUnfinished(Unfinished roster) {
    return jdbc.sql(
            """
            select file, delegation, root, actor, role, reason, received_at, part, row_done
            from roster where conference = ? and roster = ? and status = 'reading'\
            """)
        .params(roster.conference(), roster.roster())
        .query((row, _) -> upload(roster, row))
        .optional();
  }

  /// The file was opened, and has so many rows.
  public void opened(UUID conference, UUID roster, int rows) {
    jdbc.sql(
            "update roster set rows_total = ?, progressed_at = ? where conference = ? and roster = ?")
        .params(rows, now(), conference, roster)
        .update();
  }

  /// A row that waited went in.
  public void wentIn(UUID conference, UUID roster) {
    jdbc.sql("update roster set people = people + 1 where conference = ? and roster = ?")
        .params(conference, roster)
        .update();
  }

  /// @return false if somebody else has dealt with this step
  public boolean advance(Upload upload, int partsBefore, int rowsBefore, Progress to) {
    return jdbc.sql(
                """
                update roster set part = ?, row_done = ?, people = people + ?, updated = updated + ?,
                  unchanged = unchanged + ?, queued = queued + ?, missing = missing + ?, status = ?,
                  change = ?, progressed_at = ?
                where conference = ? and roster = ? and status = 'reading' and part = ? and row_done = ?\
                """)
            .params(to.parts(), to.rowsDone(), to.people(), to.updated(), to.unchanged())
            .params(to.queued(), to.missing(), code(to.status()))
            .param(to.change())
            .params(now(), upload.conference(), upload.id(), partsBefore, rowsBefore)
            .update()
        == 1;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static String code(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static Upload upload(Unfinished roster, ResultSet row) throws SQLException {
    return new Upload(
        roster.roster(),
        roster.conference(),
        row.getString(1),
        row.getString(2),
        row.getObject(3, UUID.class),
        new Origin(
            "import-roster",
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getObject(7, OffsetDateTime.class).toInstant()),
        row.getInt(8),
        row.getInt(9));
  }

  private static Roster roster(ResultSet row, int n) throws SQLException {
    return new Roster(
        row.getObject("roster", UUID.class),
        row.getString("file"),
        row.getString("delegation"),
        Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        row.getInt("rows_total"),
        row.getInt("row_done"),
        row.getInt("part"),
        row.getInt("people"),
        row.getInt("updated"),
        row.getInt("unchanged"),
        row.getInt("queued"),
        row.getInt("missing"),
        row.getInt("waiting"),
        row.getObject("change", UUID.class));
  }
}
