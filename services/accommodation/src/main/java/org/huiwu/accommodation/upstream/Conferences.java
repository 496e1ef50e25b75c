package org.huiwu.accommodation.upstream;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.platform.web.access.KnownConferences;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// The conferences that registration has made known.
@Repository
public class Conferences implements KnownConferences {
  private final JdbcTemplate jdbc;

  Conferences(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean knows(UUID conference) {
    return find(conference).isPresent();
  }

  Optional<ConferenceListener.ConferenceState> find(UUID conference) {
    return jdbc
        .query(
            "select starts, ends from conference where conference = ?",
            (row, _) ->
                new ConferenceListener.ConferenceState(
                    row.getObject(1, LocalDateTime.class), row.getObject(2, LocalDateTime.class)),
            conference)
        .stream()
        .findFirst();
  }

  void store(UUID conference, ConferenceListener.ConferenceState state) {
    jdbc.update(
        """
        insert into conference (conference, starts, ends) values (?, ?, ?)
        on conflict (conference) do update set starts = excluded.starts, ends = excluded.ends\
        """,
        conference,
        state.starts(),
        state.ends());
  }
}
