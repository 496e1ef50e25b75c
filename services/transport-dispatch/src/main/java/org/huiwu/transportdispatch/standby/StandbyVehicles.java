package org.huiwu.transportdispatch.standby;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.huiwu.transportdispatch.standby.StandbyVehicle.State;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/// The vehicles that stand by, or did, in the table `standby_vehicle`.
@Repository
public class StandbyVehicles {
  private static final RowMapper<StandbyVehicle> VEHICLE =
      (row, _) ->
          new StandbyVehicle(
              row.getString("plate"),
              row.getInt("seats"),
              row.getString("driver"),
              row.getString("note"),
              row.getString("contact"),
              State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
              row.getString("trip"),
              row.getLong("version"));

  private final JdbcTemplate jdbc;

  StandbyVehicles(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// One that stands by or was called; not one that was taken off.
  public Optional<StandbyVehicle> find(UUID conference, String plate) {
    return jdbc
        .query(
            "select * from standby_vehicle where conference = ? and plate = ? and state <> 'removed'",
            VEHICLE,
            conference,
            plate)
        .stream()
        .findFirst();
  }

  public StandbyVehicle get(UUID conference, String plate) {
    return find(conference, plate).orElseThrow(() -> new Missing("standby-unknown", plate));
  }

  /// Those that stand by, and those that were called.
  public List<StandbyVehicle> all(UUID conference) {
    return jdbc.query(
        "select * from standby_vehicle where conference = ? and state <> 'removed' order by plate",
        VEHICLE,
        conference);
  }

  List<StandbyVehicle> everKnown(UUID conference) {
    return jdbc.query(
        "select * from standby_vehicle where conference = ? order by plate", VEHICLE, conference);
  }

  /// Which of these stand by.
  List<String> standing(UUID conference, Collection<String> plates) {
    return jdbc.queryForList(
        "select plate from standby_vehicle where conference = ? and plate = any(?) and state = 'standing'",
        String.class,
        conference,
        plates.toArray(String[]::new));
  }

  /// New, or again.
  ///
  /// @return as it is now, at its version
  StandbyVehicle put(UUID conference, StandbyVehicle vehicle) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            """
            insert into standby_vehicle as known (conference, plate, seats, driver, note, contact, version)
            values (?, ?, ?, ?, ?, ?, 1)
            on conflict (conference, plate) do update set seats = excluded.seats, driver = excluded.driver,
              note = excluded.note, contact = excluded.contact, state = 'standing', trip = '', version = known.version + 1
            returning *\
            """,
            VEHICLE,
            conference,
            vehicle.plate(),
            vehicle.seats(),
            vehicle.driver(),
            vehicle.note(),
            vehicle.contact()));
  }

  void replace(UUID conference, StandbyVehicle vehicle) {
    jdbc.update(
        """
        update standby_vehicle set seats = ?, driver = ?, note = ?, contact = ?, state = ?, trip = ?, version = ?
        where conference = ? and plate = ?\
        """,
        vehicle.seats(),
        vehicle.driver(),
        vehicle.note(),
        vehicle.contact(),
        vehicle.state().wire(),
        vehicle.trip(),
        vehicle.version(),
        conference,
        vehicle.plate());
  }
}
