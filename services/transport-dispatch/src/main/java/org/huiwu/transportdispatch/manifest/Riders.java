package org.huiwu.transportdispatch.manifest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Puts together what is known of people. Whoever registration has not told of is not among them,
/// even when an itinerary or a bus came first.
@Repository
public class Riders {
  private static final String RIDERS =
      """
      select person, delegation, name, rank, attending, time, coalesce(place, '') as place,
        coalesce(number, '') as number, coalesce(bus, '') as bus, coalesce(absent, false) as absent
      from known_participant
        left join known_arrival using (conference, person)
        left join known_membership using (conference, person)
      where conference = ?\
      """;

  private final JdbcTemplate jdbc;

  Riders(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<String> people(UUID conference) {
    return jdbc.queryForList(
        "select person from known_participant where conference = ?", String.class, conference);
  }

  List<Rider> of(UUID conference, Collection<String> persons) {
    return jdbc.query(
        RIDERS + " and person = any(?)",
        (row, _) -> rider(row),
        conference,
        persons.toArray(String[]::new));
  }

  public List<Rider> attending(UUID conference) {
    return jdbc.query(
        RIDERS + " and attending order by delegation, name, person",
        (row, _) -> rider(row),
        conference);
  }

  private static Rider rider(ResultSet row) throws SQLException {
    return new Rider(
        row.getString("person"),
        row.getString("delegation"),
        row.getString("name"),
        row.getInt("rank"),
        row.getBoolean("attending"),
        new Rider.Arrival(
            row.getObject("time", LocalDateTime.class),
            row.getString("place"),
            row.getString("number")),
        row.getString("bus"),
        row.getBoolean("absent"));
  }
}
