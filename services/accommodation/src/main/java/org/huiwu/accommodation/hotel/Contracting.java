package org.huiwu.accommodation.hotel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiwu.accommodation.subject.Subject;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.web.problem.ProblemException.Conflict;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/// Hotels and rooms come under contract, change and are cancelled.
@Service
public class Contracting {
  static final String AGGREGATE = "accommodation.hotel";

  private final Hotels hotels;
  private final HotelRooms rooms;
  private final JdbcTemplate jdbc;

  Contracting(Hotels hotels, HotelRooms rooms, JdbcTemplate jdbc) {
    this.hotels = hotels;
    this.rooms = rooms;
    this.jdbc = jdbc;
  }

  /// All or none.
  ///
  /// @throws Conflict `hotel-exists`
  public List<Hotel> contract(ChangeScope scope, List<Hotel> fresh) {
    Set<String> taken =
        new HashSet<>(
            hotels.of(scope.conference(), fresh.stream().map(Hotel::code).toList()).keySet());
    for (var hotel : fresh) {
      if (!taken.add(hotel.code())) {
        throw new Conflict("hotel-exists", hotel.code());
      }
    }
    publish(scope, fresh, "hotel-contracted");
    return fresh;
  }

  /// All or none; the unplaced and the holds that are short are tried with the new rooms.
  ///
  /// @throws Conflict `room-exists`
  public List<HotelRoom> contractRooms(ChangeScope scope, List<HotelRoom> fresh) {
    Map<String, Long> counts =
        fresh.stream()
            .collect(Collectors.groupingBy(HotelRoom::hotel, TreeMap::new, Collectors.counting()));
    var known = hotels.usable(scope.conference(), counts.keySet());
    Set<String> doors = new HashSet<>();
    for (var room : fresh) {
      if (!doors.add(room.hotel() + '/' + room.room())) {
        throw new Conflict("room-exists", room.hotel(), room.room());
      }
    }
    rooms
        .clash(scope.conference(), fresh)
        .ifPresent(r -> {
          throw new Conflict("room-exists", r.hotel(), r.room());
        });
    rooms.add(scope.conference(), fresh);
    List<Hotel> changed = new ArrayList<>();
    known.forEach((code, hotel) ->
        changed.add(hotel.withMoreRooms(Math.toIntExact(counts.getOrDefault(code, 0L)))));
    publish(scope, changed, "rooms-contracted");
    return fresh;
  }

  public Hotel describe(ChangeScope scope, Hotel current, String name, String contact) {
    var next = current.described(name, contact);
    if (!next.equals(current)) {
      hotels.save(scope.conference(), List.of(next));
      scope.changed(AGGREGATE, next.code(), next.version(), "hotel-changed", HotelState.of(next));
    }
    return next;
  }

  /// Its manifest closes; who lodges there has no room until the delegation is rehoused.
  public Hotel cancel(ChangeScope scope, Hotel current) {
    var next = current.cancel();
    if (!next.equals(current)) {
      publish(scope, List.of(next), "hotel-cancelled");
      scope.touch(staying(scope.conference(), next.code()));
    }
    return next;
  }

  private void publish(ChangeScope scope, Collection<Hotel> changed, String event) {
    hotels.save(scope.conference(), changed);
    for (var hotel : changed) {
      scope.changed(AGGREGATE, hotel.code(), hotel.version(), event, HotelState.of(hotel));
      scope.touch(new Subject.Hotel(hotel.code()).key());
    }
  }

  private List<String> staying(UUID conference, String hotel) {
    return jdbc.query(
        """
        select ? || person from stay where conference = ? and hotel = ?
        union all select ? || id from hold where conference = ? and hotel = ? and not cancelled\
        """,
        (row, _) -> row.getString(1),
        Subject.PERSON,
        conference,
        hotel,
        Subject.HOLD,
        conference,
        hotel);
  }
}
