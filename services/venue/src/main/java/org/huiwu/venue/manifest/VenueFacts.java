package org.huiwu.venue.manifest;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Reads the facts behind the seats.
@Repository
class VenueFacts {
  private final JdbcTemplate jdbc;

  VenueFacts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<String> people(UUID conference) {
    return jdbc.queryForList(
        "select person from participant where conference = ?", String.class, conference);
  }

  /// Those of the people who are registered; the others are not known yet.
  List<Attendee> attendees(UUID conference, Collection<String> people) {
    return jdbc.query(
        """
        select p.person, p.delegation, p.companion, p.attending, i.arrival, i.departure
        from participant p left join itinerary i using (conference, person)
        where p.conference = ? and p.person = any(?)\
        """,
        (row, _) ->
            new Attendee(
                row.getString(1),
                row.getString(2),
                row.getBoolean(3),
                row.getBoolean(4),
                row.getObject(5, LocalDateTime.class),
                row.getObject(6, LocalDateTime.class)),
        conference,
        people.toArray(String[]::new));
  }
}
