package org.huiwu.venue.upstream;

import java.util.List;
import java.util.UUID;
import org.huiwu.venue.subject.Subject;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Whom a fact concerns that many people's seats depend on: answers are subjects to touch.
@Repository
public class People {
  private final JdbcTemplate jdbc;

  People(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// Everybody who may have a seat in a session: the delegates who attend.
  public List<String> delegates(UUID conference) {
    return subjects(
        "select person from participant where conference = ? and attending and not companion",
        conference);
  }

  List<String> withUnknownTimes(UUID conference) {
    return subjects(
        """
        select p.person from participant p left join itinerary i using (conference, person)
        where p.conference = ? and attending and not companion
          and (i.arrival is null or i.departure is null)\
        """,
        conference);
  }

  private List<String> subjects(String sql, UUID conference) {
    return jdbc.query(sql, (row, _) -> Subject.PERSON.of(row.getString(1)), conference);
  }
}
