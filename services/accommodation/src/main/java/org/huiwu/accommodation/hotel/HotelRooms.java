package org.huiwu.accommodation.hotel;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// The contracted rooms of a conference.
@Repository
public class HotelRooms {
  private final JdbcTemplate jdbc;

  HotelRooms(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// @param hotel null: of all hotels
  public List<HotelRoom> all(UUID conference, @Nullable String hotel) {
    return jdbc.query(
        """
        select hotel, room, type, capacity from room
        where conference = ? and (?::text is null or hotel = ?)
        order by hotel, length(room), room\
        """,
        (row, _) ->
            new HotelRoom(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)),
        conference,
        hotel,
        hotel);
  }

  /// One of the rooms that is there already.
  Optional<HotelRoom> clash(UUID conference, Collection<HotelRoom> rooms) {
    return jdbc
        .query(
            """
            select r.hotel, r.room, r.type, r.capacity from room r
            join unnest(?::text[], ?::text[]) as x (hotel, room) on x.hotel = r.hotel and x.room = r.room
            where r.conference = ? limit 1\
            """,
            (row, _) ->
                new HotelRoom(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)),
            rooms.stream().map(HotelRoom::hotel).toArray(String[]::new),
            rooms.stream().map(HotelRoom::room).toArray(String[]::new),
            conference)
        .stream()
        .findFirst();
  }

  void add(UUID conference, Collection<HotelRoom> rooms) {
    jdbc.batchUpdate(
        "insert into room (conference, hotel, room, type, capacity) values (?, ?, ?, ?, ?)",
        rooms.stream()
            .map(r -> new Object[] {conference, r.hotel(), r.room(), r.type(), r.capacity()})
            .toList());
  }
}
