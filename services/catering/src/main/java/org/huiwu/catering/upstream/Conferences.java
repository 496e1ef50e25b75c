package org.huiwu.catering.upstream;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.platform.web.access.KnownConferences;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// The conferences that catering has heard of.
@Repository
public class Conferences implements KnownConferences {
  private final JdbcTemplate jdbc;

  Conferences(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<ConferenceDates> find(UUID conference) {
    return jdbc
        .query(
            "select starts, ends from conference where conference = ?",
            (row, _) ->
                new ConferenceDates(
                    row.getObject(1, LocalDateTime.class), row.getObject(2, LocalDateTime.class)),
            conference)
        .stream()
        .findFirst();
  }

  @Override
  public boolean knows(UUID conference) {
    return find(conference).isPresent();
  }

  void store(UUID conference, ConferenceDates dates) {
    jdbc.update(
        """
        insert into conference (conference, starts, ends) values (?, ?, ?)
        on conflict (conference) do update set starts = excluded.starts, ends = excluded.ends\
        """,
        conference,
        dates.starts(),
        dates.ends());
  }
}
