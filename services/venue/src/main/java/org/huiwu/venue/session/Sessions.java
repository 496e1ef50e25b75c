package org.huiwu.venue.session;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/// The sessions of a conference.
@Repository
public class Sessions {
  private static final String SELECT =
      """
      select code, title, hall, starts, contact, cancelled, version from session
      where conference = ?\
      """;

  private static final RowMapper<Session> SESSION =
      (row, _) ->
          new Session(
              row.getString(1),
              row.getString(2),
              row.getString(3),
              row.getObject(4, LocalDateTime.class),
              row.getString(5),
              row.getBoolean(6),
              row.getLong(7));

  private final JdbcTemplate jdbc;

  Sessions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// By code, the cancelled ones too.
  public List<Session> all(UUID conference) {
    return jdbc.query(SELECT + " order by code", SESSION, conference);
  }

  public Session get(UUID conference, String code) {
    return of(conference, List.of(code)).stream()
        .findFirst()
        .orElseThrow(() -> new Missing("session-unknown", code));
  }

  List<Session> of(UUID conference, Collection<String> codes) {
    return jdbc.query(
        SELECT + " and code = any(?) order by code",
        SESSION,
        conference,
        codes.toArray(String[]::new));
  }

  void store(UUID conference, List<Session> sessions) {
    jdbc.batchUpdate(
        """
        insert into session (conference, code, title, hall, starts, contact, cancelled, version)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (conference, code) do update
          set title = excluded.title, hall = excluded.hall, starts = excluded.starts,
              contact = excluded.contact, cancelled = excluded.cancelled, version = excluded.version\
        """,
        sessions.stream()
            .map(s ->
                new Object[] {
                  conference,
                  s.code(),
                  s.title(),
                  s.hall(),
                  s.starts(),
                  s.contact(),
                  s.cancelled(),
                  s.version()
                })
            .toList());
  }
}
