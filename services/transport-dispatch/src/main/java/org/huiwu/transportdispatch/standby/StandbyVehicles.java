package org.huiwu.transportdispatch.standby;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/// The vehicles that stand by, in the table `standby_vehicle`.
@Repository
public class StandbyVehicles {
  private static final RowMapper<StandbyVehicle> VEHICLE =
      (row, _) ->
          new StandbyVehicle(
              row.getString("plate"),
              row.getInt("seats"),
              row.getString("driver"),
              row.getString("note"),
              row.getLong("version"));

  private final JdbcTemplate jdbc;

  StandbyVehicles(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<StandbyVehicle> find(UUID conference, String plate) {
    return jdbc
        .query(
            "select * from standby_vehicle where conference = ? and plate = ?",
            VEHICLE,
            conference,
            plate)
        .stream()
        .findFirst();
  }

  public void remove(UUID conference, String plate) {
    jdbc.update(
        "delete from standby_vehicle where conference = ? and plate = ?", conference, plate);
  }

  public StandbyVehicle get(UUID conference, String plate) {
    return find(conference, plate).orElseThrow(() -> new Missing("standby-unknown", plate));
  }

  public List<StandbyVehicle> all(UUID conference) {
    return jdbc.query(
        "select * from standby_vehicle where conference = ? order by plate", VEHICLE, conference);
  }

  public Set<String> taken(UUID conference, Collection<String> plates) {
    return new HashSet<>(
        jdbc.queryForList(
            "select plate from standby_vehicle where conference = ? and plate = any(?)",
            String.class,
            conference,
            plates.toArray(String[]::new)));
  }

  public void add(UUID conference, List<StandbyVehicle> vehicles) {
    jdbc.batchUpdate(
        "insert into standby_vehicle (conference, plate, seats, driver, note, version) values (?, ?, ?, ?, ?, ?)",
        vehicles.stream()
            .map(v ->
                new Object[] {conference, v.plate(), v.seats(), v.driver(), v.note(), v.version()})
            .toList());
  }

  public void replace(UUID conference, StandbyVehicle vehicle) {
    jdbc.update(
        "update standby_vehicle set seats = ?, driver = ?, note = ?, version = ? where conference = ? and plate = ?",
        vehicle.seats(),
        vehicle.driver(),
        vehicle.note(),
        vehicle.version(),
        conference,
        vehicle.plate());
  }
}
