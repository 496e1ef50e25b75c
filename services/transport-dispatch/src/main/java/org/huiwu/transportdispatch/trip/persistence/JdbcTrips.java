package org.huiwu.transportdispatch.trip.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huiwu.transportdispatch.trip.Run;
import org.huiwu.transportdispatch.trip.Trip;
import org.huiwu.transportdispatch.trip.TripState;
import org.huiwu.transportdispatch.trip.Trips;
import org.huiwu.transportdispatch.trip.Vehicle;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// [Trips] in the table `trip`.
@Repository
class JdbcTrips implements Trips {
  private final JdbcTemplate jdbc;

  JdbcTrips(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Trip> find(UUID conference, String code) {
    return jdbc
        .query(
            "select * from trip where conference = ? and code = ?",
            (row, _) -> trip(row),
            conference,
            code)
        .stream()
        .findFirst();
  }

  @Override
  public List<Trip> all(UUID conference) {
    return jdbc.query(
        "select * from trip where conference = ? order by code collate \"C\"",
        (row, _) -> trip(row),
        conference);
  }

  @Override
  public List<Trip> of(UUID conference, Collection<String> codes) {
    return codes.isEmpty()
        ? List.of()
        : jdbc.query(
            "select * from trip where conference = ? and code = any(?)",
            (row, _) -> trip(row),
            conference,
            codes.toArray(String[]::new));
  }

  @Override
  public List<Trip> among(UUID conference, Collection<String> buses, Collection<String> places) {
    return buses.isEmpty() && places.isEmpty()
        ? List.of()
        : jdbc.query(
            """
            select * from trip where conference = ? and not cancelled
              and (kind = 'excursion' and code = any(?) or kind = 'pickup' and from_place = any(?))\
            """,
            (row, _) -> trip(row),
            conference,
            buses.toArray(String[]::new),
            places.toArray(String[]::new));
  }

  @Override
  public Set<String> taken(UUID conference, Collection<String> codes) {
    return new HashSet<>(
        jdbc.queryForList(
            "select code from trip where conference = ? and code = any(?)",
            String.class,
            conference,
            codes.toArray(String[]::new)));
  }

  @Override
  public void add(UUID conference, List<Trip> trips) {
    jdbc.batchUpdate(
        """
        insert into trip (plate, seats, driver, route, departs, delegations, from_place, window_from, window_to,
          contact, cancelled, version, kind, conference, code)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        trips.stream().map(t -> values(conference, t)).toList());
  }

  @Override
  public void replace(UUID conference, Trip trip) {
    var updated =
        jdbc.update(
            """
            update trip set plate = ?, seats = ?, driver = ?, route = ?, departs = ?, delegations = ?, from_place = ?,
              window_from = ?, window_to = ?, contact = ?, cancelled = ?, version = ?
            where kind = ? and conference = ? and code = ?\
            """,
            values(conference, trip));
    if (updated != 1) {
      throw new IllegalStateException("no trip " + trip.code());
    }
  }

  private static @Nullable Object[] values(UUID conference, Trip trip) {
    var state = TripState.of(trip);
    return new @Nullable Object[] {
      state.plate(),
      state.seats(),
      state.driver(),
      state.route(),
      state.departs(),
      state.delegations().toArray(String[]::new),
      state.from(),
      state.windowFrom(),
      state.windowTo(),
      state.contact(),
      state.cancelled(),
      trip.version(),
      state.kind(),
      conference,
      state.code()
    };
  }

  private static Trip trip(ResultSet row) throws SQLException {
    return new Trip(
        row.getString("code"),
        new Vehicle(row.getString("plate"), row.getInt("seats"), row.getString("driver")),
        run(row),
        row.getObject("departs", LocalDateTime.class),
        List.of((String[]) row.getArray("delegations").getArray()),
        row.getString("contact"),
        row.getBoolean("cancelled"),
        row.getLong("version"));
  }

  private static Run run(ResultSet row) throws SQLException {
    return row.getString("kind").equals(Run.Pickup.KIND)
        ? new Run.Pickup(
            row.getString("from_place"),
            Objects.requireNonNull(row.getObject("window_from", LocalDateTime.class)),
            Objects.requireNonNull(row.getObject("window_to", LocalDateTime.class)))
        : new Run.Excursion(row.getString("route"));
  }
}
