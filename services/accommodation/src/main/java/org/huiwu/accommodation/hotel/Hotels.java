package org.huiwu.accommodation.hotel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.huiwu.platform.web.problem.ProblemException.Refused;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// The hotels of a conference.
@Repository
public class Hotels {
  private static final String SELECT =
      "select code, name, contact, rooms, cancelled, version from hotel where conference = ?";

  private final JdbcTemplate jdbc;

  Hotels(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public List<Hotel> all(UUID conference) {
    return jdbc.query(SELECT + " order by code", (row, _) -> hotel(row), conference);
  }

  public Optional<Hotel> find(UUID conference, String code) {
    return Optional.ofNullable(of(conference, List.of(code)).get(code));
  }

  public Hotel get(UUID conference, String code) {
    return find(conference, code).orElseThrow(() -> new Missing("hotel-unknown", code));
  }

  public Map<String, Hotel> of(UUID conference, Collection<String> codes) {
    Map<String, Hotel> found = new HashMap<>();
    jdbc.query(
        SELECT + " and code = any(?)",
        row -> {
          found.put(row.getString(1), hotel(row));
        },
        conference,
        codes.toArray(String[]::new));
    return found;
  }

  /// For a command that names hotels: they must be there and not cancelled.
  ///
  /// @throws Refused `hotel-unknown`, `hotel-cancelled`
  public Map<String, Hotel> usable(UUID conference, Collection<String> codes) {
    var found = of(conference, codes);
    for (var code : codes) {
      var hotel = found.get(code);
      if (hotel == null) {
        throw new Refused("hotel-unknown", code);
      }
      if (hotel.cancelled()) {
        throw new Refused("hotel-cancelled", code);
      }
    }
    return found;
  }

  void save(UUID conference, Collection<Hotel> hotels) {
    jdbc.batchUpdate(
        """
        insert into hotel (conference, code, name, contact, rooms, cancelled, version)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (conference, code) do update set
          name = excluded.name, contact = excluded.contact, rooms = excluded.rooms,
          cancelled = excluded.cancelled, version = excluded.version\
        """,
        hotels.stream()
            .map(h ->
                new Object[] {
                  conference, h.code(), h.name(), h.contact(), h.rooms(), h.cancelled(), h.version()
                })
            .toList());
  }

  private static Hotel hotel(ResultSet row) throws SQLException {
    return new Hotel(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getInt(4),
        row.getBoolean(5),
        row.getLong(6));
  }
}
