package org.huiwu.notification.conference;

import java.util.UUID;
import org.huiwu.platform.web.access.KnownConferences;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// The conferences of which a change has been heard: the first is always that they were created.
@Repository
class Conferences implements KnownConferences {
  private final JdbcTemplate jdbc;

  Conferences(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean knows(UUID conference) {
    var found =
        jdbc.queryForObject(
            "select exists (select 1 from change where conference = ?)", Boolean.class, conference);
    return Boolean.TRUE.equals(found);
  }
}
