package org.huiwu.transportdispatch.upstream;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.platform.web.access.KnownConferences;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// The conferences that registration has told of.
@Repository
public class Conferences implements KnownConferences {
  private final JdbcTemplate jdbc;

  Conferences(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<KnownConference> find(UUID conference) {
    return jdbc
        .query(
            "select timezone, starts, rehearsal from known_conference where conference = ?",
            (row, _) ->
                new KnownConference(
                    ZoneId.of(row.getString(1)),
                    Objects.requireNonNull(row.getObject(2, LocalDateTime.class)),
                    row.getBoolean(3)),
            conference)
        .stream()
        .findFirst();
  }

  public KnownConference get(UUID conference) {
    return find(conference).orElseThrow(() -> new Missing("conference-unknown"));
  }

  @Override
  public boolean knows(UUID conference) {
    return find(conference).isPresent();
  }
}
