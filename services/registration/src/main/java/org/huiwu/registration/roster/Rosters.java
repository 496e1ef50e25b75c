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

/// The uploaded rosters of each conference. Uploads are kept as they came.
@Repository
public class Rosters {
  private static final String VIEW =
      "select roster, file, delegation, status, people, waiting, change from roster where conference = ?";

  /// Which roster of which conference is being read.
  public record Unfinished(UUID conference, UUID roster) {}

  /// How far one part of an import brings it.
  ///
  /// @param part from 1
  /// @param rowsDone rows of the file that are dealt with now
  public record Progress(
      int part, int rowsDone, int people, int waiting, Status status, @Nullable UUID change) {}

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

  public void add(Upload upload) {
    var origin = upload.origin();
    jdbc.sql(
            """
            insert into roster (conference, roster, file, delegation, status, root, content, actor, role,
              reason, received_at, progressed_at)
            values (?, ?, ?, ?, 'reading', ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            upload.conference(),
            upload.id(),
            upload.file(),
            upload.delegation(),
            upload.root(),
            upload.content(),
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
            select file, delegation, content, root, actor, role, reason, received_at, part, row_done
            from roster where conference = ? and roster = ? and status = 'reading'\
            """)
        .params(roster.conference(), roster.roster())
        .query((row, _) -> upload(roster, row))
        .optional();
  }

  /// The file itself.
  ///
  /// @throws Missing `roster-unknown`
  public byte[] content(UUID conference, UUID roster) {
    return jdbc.sql("select content from roster where conference = ? and roster = ?")
        .params(conference, roster)
        .query((row, _) -> row.getBytes(1))
        .optional()
        .orElseThrow(() -> new Missing("roster-unknown"));
  }

  /// One row less waits.
  ///
  /// @param cells that waited in it
  /// @param people 1 if it went in
  public void settled(UUID conference, UUID roster, int cells, int people) {
    jdbc.sql(
            "update roster set waiting = waiting - ?, people = people + ? where conference = ? and roster = ?")
        .params(cells, people, conference, roster)
        .update();
  }

  /// @return how many cells waited before; empty if somebody else has dealt with this part
  public Optional<Integer> advance(UUID conference, UUID roster, Progress to) {
    return jdbc.sql(
            """
            update roster set part = ?, row_done = ?, people = people + ?, waiting = waiting + ?,
              status = ?, change = ?, progressed_at = ?
            where conference = ? and roster = ? and status = 'reading' and part = ?
            returning waiting - ?\
            """)
        .params(to.part(), to.rowsDone(), to.people(), to.waiting(), code(to.status()))
        .param(to.change())
        .params(now(), conference, roster, to.part() - 1, to.waiting())
        .query(Integer.class)
        .optional();
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
        row.getBytes(3),
        row.getObject(4, UUID.class),
        new Origin(
            "import-roster",
            row.getString(5),
            row.getString(6),
            row.getString(7),
            row.getObject(8, OffsetDateTime.class).toInstant()),
        row.getInt(9),
        row.getInt(10));
  }

  private static Roster roster(ResultSet row, int n) throws SQLException {
    return new Roster(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        Status.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
        row.getInt(5),
        row.getInt(6),
        row.getObject(7, UUID.class));
  }
}
