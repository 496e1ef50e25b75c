package org.huiwu.accommodation.hold.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.accommodation.hold.Hold;
import org.huiwu.accommodation.hold.Holds;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Holds in PostgreSQL.
@Repository
class JdbcHolds implements Holds {
  private static final String SELECT =
      """
      select id, organisation, hotel, rooms, from_date, to_date, cancelled, version
      from hold where conference = ?\
      """;

  private final JdbcTemplate jdbc;

  JdbcHolds(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Hold> all(UUID conference) {
    return jdbc.query(SELECT + " order by n", (row, _) -> hold(row), conference);
  }

  @Override
  public Optional<Hold> find(UUID conference, UUID id) {
    return jdbc.query(SELECT + " and id = ?", (row, _) -> hold(row), conference, id).stream()
        .findFirst();
  }

  @Override
  public Optional<Hold> standing(UUID conference, String hotel, String organisation) {
    return jdbc
        .query(
            SELECT + " and hotel = ? and organisation = ? and not cancelled",
            (row, _) -> hold(row),
            conference,
            hotel,
            organisation)
        .stream()
        .findFirst();
  }

  @Override
  public List<String> roomsOf(UUID conference, UUID id) {
    return jdbc.queryForList(
        "select room from held_room where conference = ? and hold = ? order by length(room), room",
        String.class,
        conference,
        id);
  }

  @Override
  public void save(UUID conference, Hold hold) {
    jdbc.update(
        """
        insert into hold
          (conference, id, organisation, hotel, rooms, from_date, to_date, cancelled, version)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (conference, id) do update set
          organisation = excluded.organisation, hotel = excluded.hotel, rooms = excluded.rooms,
          from_date = excluded.from_date, to_date = excluded.to_date,
          cancelled = excluded.cancelled, version = excluded.version\
        """,
        conference,
        hold.id(),
        hold.organisation(),
        hold.hotel(),
        hold.rooms(),
        hold.from(),
        hold.to(),
        hold.cancelled(),
        hold.version());
  }

  private static Hold hold(ResultSet row) throws SQLException {
    return new Hold(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getInt(4),
        row.getObject(5, LocalDate.class),
        row.getObject(6, LocalDate.class),
        row.getBoolean(7),
        row.getLong(8));
  }
}
