package org.huiwu.registration.itinerary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The itinerary of everybody who was ever registered.
@Repository
public class Itineraries {
  private static final String COLUMNS =
      "person, version, arrival_time, arrival_place, arrival_number, departure_time, departure_place, departure_number";

  private final JdbcClient client;
  private final JdbcTemplate jdbc;

  Itineraries(JdbcClient client, JdbcTemplate jdbc) {
    this.client = client;
    this.jdbc = jdbc;
  }

  /// @throws Missing `participant-unknown`: everybody has one
  public Itinerary get(UUID conference, String person) {
    return client
        .sql("select " + COLUMNS + " from itinerary where conference = ? and person = ?")
        .params(conference, person)
        .query(Itineraries::itinerary)
        .optional()
        .orElseThrow(() -> new Missing("participant-unknown"));
  }

  /// Of everybody who was ever registered, in no order.
  public List<Itinerary> all(UUID conference) {
    return client
        .sql("select " + COLUMNS + " from itinerary where conference = ?")
        .params(conference)
        .query(Itineraries::itinerary)
        .list();
  }

  /// Those of these people.
  public List<Itinerary> all(UUID conference, Collection<String> persons) {
    return client
        .sql("select " + COLUMNS + " from itinerary where conference = ? and person = any (?)")
        .params(conference, persons.toArray(String[]::new))
        .query(Itineraries::itinerary)
        .list();
  }

  public void add(UUID conference, List<Itinerary> itineraries) {
    jdbc.update(
        "insert into itinerary (conference, "
            + COLUMNS
            + ") select ?, u.* from unnest(?, ?, ?::timestamp[], ?, ?, ?::timestamp[], ?, ?) u",
        conference,
        texts(itineraries, Itinerary::person),
        itineraries.stream().map(Itinerary::version).toArray(Long[]::new),
        texts(itineraries, i -> time(i.arrival())),
        texts(itineraries, i -> i.arrival().place()),
        texts(itineraries, i -> i.arrival().number()),
        texts(itineraries, i -> time(i.departure())),
        texts(itineraries, i -> i.departure().place()),
        texts(itineraries, i -> i.departure().number()));
  }

  private static @Nullable String[] texts(
      List<Itinerary> itineraries, Function<Itinerary, @Nullable String> column) {
    return itineraries.stream().map(column).toArray(String[]::new);
  }

  private static @Nullable String time(Leg leg) {
    var time = leg.time();
    return time == null ? null : time.toString();
  }

  public void replace(UUID conference, Itinerary i) {
    client
        .sql(
            """
            update itinerary set version = ?, arrival_time = ?, arrival_place = ?, arrival_number = ?,
              departure_time = ?, departure_place = ?, departure_number = ?
            where conference = ? and person = ?\
            """)
        .param(i.version())
        .param(i.arrival().time())
        .params(i.arrival().place(), i.arrival().number())
        .param(i.departure().time())
        .params(i.departure().place(), i.departure().number(), conference, i.person())
        .update();
  }

  private static Itinerary itinerary(ResultSet row, int n) throws SQLException {
    return new Itinerary(row.getString(1), row.getLong(2), leg(row, 3), leg(row, 6));
  }

  private static Leg leg(ResultSet row, int first) throws SQLException {
    return new Leg(
        row.getObject(first, LocalDateTime.class),
        row.getString(first + 1),
        row.getString(first + 2));
  }
}
