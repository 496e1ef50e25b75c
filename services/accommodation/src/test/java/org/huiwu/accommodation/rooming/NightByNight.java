package org.huiwu.accommodation.rooming;

import static org.huiwu.accommodation.rooming.RehearsedConference.FIRST;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.huiwu.accommodation.rooming.RehearsedConference.Person;

/// Who sleeps where, counted night by night from what is stored: another way than the one in which
/// rooms are given.
final class NightByNight {
  static final List<LocalDate> DATES = FIRST.minusDays(3).datesUntil(FIRST.plusDays(12)).toList();

  private final RandomDesk desk;

  NightByNight(RandomDesk desk) {
    this.desk = desk;
  }

  private RehearsedConference conference() {
    return desk.conference();
  }

  boolean takes(String hotel, Room room, Person person) {
    return DATES.stream()
        .filter(d -> person.nights().contains(d))
        .filter(d -> hotel.equals(desk.hotelOn(person.delegation(), d)))
        .allMatch(d -> {
          var here = sleepers(hotel, room.number(), d);
          return here.size() < room.capacity()
              && !isHeld(hotel, room.number(), d)
              && here.stream()
                  .allMatch(o -> o.gender() == person.gender() || family(o).equals(family(person)));
        });
  }

  boolean isHeld(String hotel, String room, LocalDate date) {
    return conference().holds().stream()
        .anyMatch(h ->
            h.hotel().equals(hotel)
                && h.nights().contains(date)
                && conference().givenTo(h.id()).contains(room));
  }

  List<Person> sleepers(String hotel, String room, LocalDate date) {
    List<Person> here = new ArrayList<>();
    for (var stay : conference().staysIn(hotel)) {
      if (room.equals(stay.room()) && stay.guest().nights().contains(date)) {
        here.add(conference().get(stay.guest().person()));
      }
    }
    return here;
  }

  static String family(Person person) {
    var host = person.host();
    return host == null ? person.id() : host;
  }
}
