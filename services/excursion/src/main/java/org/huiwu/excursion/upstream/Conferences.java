package org.huiwu.excursion.upstream;

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

  void store(UUID conference, String code) {
    jdbc.update(
        """
        insert into known_conference (conference, code) values (?, ?)
        on conflict (conference) do update set code = excluded.code\
        """,
        conference,
        code);
  }

  @Override
  public boolean knows(UUID conference) {
    var found =
        jdbc.queryForObject(
            "select exists (select 1 from known_conference where conference = ?)",
            Boolean.class,
            conference);
    return Boolean.TRUE.equals(found);
  }
}
