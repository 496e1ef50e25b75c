package org.huiwu.registration.conference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.platform.web.access.KnownConferences;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The conferences of this platform.
@Repository
public class Conferences implements KnownConferences {
  private static final String COLUMNS =
      "conference, version, code, name, timezone, starts, ends, registration_deadline, rehearsal";

  private final JdbcClient jdbc;

  Conferences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Conference> find(UUID conference) {
    return jdbc.sql("select " + COLUMNS + " from conference where conference = ?")
        .param(conference)
        .query(Conferences::conference)
        .optional();
  }

  /// @throws Missing `conference-unknown`
  public Conference get(UUID conference) {
    return find(conference).orElseThrow(() -> new Missing("conference-unknown"));
  }

  @Override
  public boolean knows(UUID conference) {
    return find(conference).isPresent();
  }

  public List<Conference> all() {
    return jdbc.sql("select " + COLUMNS + " from conference order by created")
        .query(Conferences::conference)
        .list();
  }

  public void add(Conference c) {
    jdbc.sql("insert into conference (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(c.id(), c.version(), c.code(), c.name(), c.timezone().getId(), c.starts(), c.ends())
        .param(c.registrationDeadline())
        .param(c.rehearsal())
        .update();
  }

  public void replace(Conference c) {
    jdbc.sql(
            """
            update conference set version = ?, code = ?, name = ?, timezone = ?, starts = ?, ends = ?,
              registration_deadline = ?, rehearsal = ?
            where conference = ?\
            """)
        .params(c.version(), c.code(), c.name(), c.timezone().getId(), c.starts(), c.ends())
        .param(c.registrationDeadline())
        .params(c.rehearsal(), c.id())
        .update();
  }

  private static Conference conference(ResultSet row, int n) throws SQLException {
    return new Conference(
        row.getObject(1, UUID.class),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        ZoneId.of(row.getString(5)),
        row.getObject(6, LocalDateTime.class),
        row.getObject(7, LocalDateTime.class),
        row.getObject(8, LocalDateTime.class),
        row.getBoolean(9));
  }
}
