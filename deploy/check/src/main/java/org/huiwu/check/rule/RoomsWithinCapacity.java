package org.huiwu.check.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.huiwu.check.Service;
import org.huiwu.check.facts.Owned;
import org.springframework.jdbc.core.JdbcTemplate;

/// No room is over its capacity on any night, and no strangers of different gender share one
/// (FORMAT.md, `rooming`). A host and its companions are no strangers. A room that is held for an
/// organisation has no guest and no other hold on those nights.
///
/// Rooms and nights are accommodation's own decisions; who is of which gender and whose companion
/// is registration's word.
public final class RoomsWithinCapacity implements Rule {

  private record Room(String hotel, String number) {}

  /// @param to the date of leaving
  private record Span(String who, LocalDate from, LocalDate to) {
    boolean has(LocalDate night) {
      return !night.isBefore(from) && night.isBefore(to);
    }

    boolean overlaps(Span other) {
      return from.isBefore(other.to) && other.from.isBefore(to);
    }
  }

  private record Use(List<Span> guests, List<Span> holds) {}

  @Override
  public String name() {
    return "rooms";
  }

  @Override
  public boolean needsRest() {
    return true;
  }

  @Override
  public void examine(Examined conference, Findings findings) {
    var database = conference.database(Service.ACCOMMODATION);
    var capacities = capacities(database, conference.id());
    var people = conference.owned().people();
    uses(database, conference.id())
        .forEach((room, use) -> {
          var capacity = capacities.get(room);
          if (capacity == null) {
            findings.broken("room-unknown", room.hotel(), room.number());
          } else {
            crowded(room, capacity, use, findings);
          }
          strangers(room, use, people, findings);
          held(room, use, findings);
        });
  }

  private static void crowded(Room room, int capacity, Use use, Findings findings) {
    // the most are together on a night that is somebody's first
    var firsts = new TreeSet<LocalDate>();
    use.guests().forEach(g -> firsts.add(g.from()));
    for (var night : firsts) {
      var sleeping = use.guests().stream().filter(g -> g.has(night)).count();
      if (sleeping > capacity) {
        findings.broken(
            "room-over-capacity", room.hotel(), room.number(), night, sleeping, capacity);
      }
    }
  }

  private static void strangers(
      Room room, Use use, Map<String, Owned.Person> people, Findings findings) {
    for (int i = 0; i < use.guests().size(); i++) {
      var one = use.guests().get(i);
      for (var other : use.guests().subList(i + 1, use.guests().size())) {
        var person = people.get(one.who());
        var stranger = people.get(other.who());
        if (person != null
            && stranger != null
            && one.overlaps(other)
            && !person.gender().equals(stranger.gender())
            && !person.party().equals(stranger.party())) {
          findings.broken("room-strangers", room.hotel(), room.number(), one.who(), other.who());
        }
      }
    }
  }

  private static void held(Room room, Use use, Findings findings) {
    for (int i = 0; i < use.holds().size(); i++) {
      var hold = use.holds().get(i);
      use.guests().stream()
          .filter(hold::overlaps)
          .forEach(
              g -> findings.broken("room-held", room.hotel(), room.number(), hold.who(), g.who()));
      use.holds().subList(i + 1, use.holds().size()).stream()
          .filter(hold::overlaps)
          .forEach(h ->
              findings.broken("room-held-twice", room.hotel(), room.number(), hold.who(), h.who()));
    }
  }

  private static Map<Room, Integer> capacities(JdbcTemplate database, UUID conference) {
    Map<Room, Integer> capacities = new HashMap<>();
    database.query(
        "select hotel, room, capacity from room where conference = ?",
        row -> {
          capacities.put(new Room(row.getString(1), row.getString(2)), row.getInt(3));
        },
        conference);
    return capacities;
  }

  private static Map<Room, Use> uses(JdbcTemplate database, UUID conference) {
    Map<Room, Use> uses =
        new TreeMap<>(Comparator.comparing(Room::hotel).thenComparing(Room::number));
    database.query(
        """
        select s.hotel, s.room, s.person, lower(n.span), upper(n.span)
        from stay s, unnest(s.nights) as n (span)
        where s.conference = ? and s.room is not null order by s.person, 4\
        """,
        row -> {
          use(uses, row.getString(1), row.getString(2))
              .guests()
              .add(
                  new Span(
                      row.getString(3),
                      row.getObject(4, LocalDate.class),
                      row.getObject(5, LocalDate.class)));
        },
        conference);
    database.query(
        """
        select r.hotel, r.room, h.organisation, h.from_date, h.to_date
        from held_room r join hold h on h.conference = r.conference and h.id = r.hold
        where r.conference = ? and not h.cancelled order by h.n\
        """,
        row -> {
          use(uses, row.getString(1), row.getString(2))
              .holds()
              .add(
                  new Span(
                      row.getString(3),
                      row.getObject(4, LocalDate.class),
                      row.getObject(5, LocalDate.class)));
        },
        conference);
    return uses;
  }

  private static Use use(Map<Room, Use> uses, String hotel, String room) {
    return uses.computeIfAbsent(
        new Room(hotel, room), _ -> new Use(new ArrayList<>(), new ArrayList<>()));
  }
}
