package org.huiwu.accommodation.rooming.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.huiwu.accommodation.nights.Nights;
import org.huiwu.accommodation.rooming.BlockedRooms;
import org.huiwu.accommodation.rooming.BlockedRoomsLedger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// The holds' rooms in PostgreSQL.
@Repository
class JdbcBlockedRoomsLedger implements BlockedRoomsLedger {
  private static final String SELECT =
      """
      select h.id, h.hotel, case when h.cancelled or t.cancelled then 0 else h.rooms end,
        datemultirange(daterange(h.from_date, h.to_date))::text,
        coalesce(g.hotel, h.hotel), coalesce(g.rooms, '{}')
      from hold h
      join hotel t on t.conference = h.conference and t.code = h.hotel
      left join lateral (
        select min(r.hotel) hotel, array_agg(r.room order by length(r.room), r.room) rooms, count(*)::int n
        from held_room r where r.conference = h.conference and r.hold = h.id) g on true
      where h.conference = ?\
      """;

  private final JdbcTemplate jdbc;

  JdbcBlockedRoomsLedger(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<BlockedRooms> of(UUID conference, Collection<UUID> holds) {
    return jdbc.query(
        SELECT + " and h.id = any(?) order by h.n",
        (row, _) -> blocked(row),
        conference,
        holds.toArray(UUID[]::new));
  }

  @Override
  public List<BlockedRooms> shortIn(UUID conference, Collection<String> hotels) {
    return jdbc.query(
        SELECT
            + " and h.hotel = any(?) and not h.cancelled and not t.cancelled and g.n < h.rooms order by h.n",
        (row, _) -> blocked(row),
        conference,
        hotels.toArray(String[]::new));
  }

  @Override
  public void save(UUID conference, Collection<BlockedRooms> blocked) {
    if (blocked.isEmpty()) {
      return;
    }
    jdbc.update(
        "delete from held_room where conference = ? and hold = any(?)",
        conference,
        blocked.stream().map(BlockedRooms::hold).toArray(UUID[]::new));
    jdbc.batchUpdate(
        "insert into held_room (conference, hold, hotel, room) values (?, ?, ?, ?)",
        blocked.stream()
            .flatMap(b ->
                b.given().stream()
                    .map(room -> new Object[] {conference, b.hold(), b.hotel(), room}))
            .toList());
  }

  private static BlockedRooms blocked(ResultSet row) throws SQLException {
    var asked = row.getInt(3);
    return new BlockedRooms(
        row.getObject(1, UUID.class),
        row.getString(2),
        asked,
        asked == 0 ? Nights.NONE : NightsColumn.read(row.getString(4)),
        row.getString(5),
        Arrays.asList((String[]) row.getArray(6).getArray()));
  }
}
