package org.huiwu.oracle.making;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.huiwu.oracle.Conference;
import org.huiwu.oracle.Inventory;
import org.huiwu.oracle.Inventory.Trip;
import org.huiwu.oracle.Leg;

/// Arrivals and departures that make sense together: in the right order, with a night between them.
/// Times that lie exactly on a boundary of some rule are likelier than chance would have them.
final class Stay {

  private final Dice dice;
  private final Conference conference;
  private final List<LocalDateTime> edges = new ArrayList<>();

  Stay(Dice dice, Conference conference, Inventory inventory) {
    this.dice = dice;
    this.conference = conference;
    inventory.meals().forEach(meal -> edges.add(meal.starts()));
    inventory.sessions().forEach(session -> edges.add(session.starts()));
    for (Trip trip : inventory.trips()) {
      if (trip.kind().equals("pickup")) {
        edges.add(LocalDateTime.parse(trip.windowFrom()));
        edges.add(LocalDateTime.parse(trip.windowTo()));
      }
    }
    LocalDate first = conference.starts().toLocalDate();
    edges.add(first.plusDays(1).atTime(6, 0));
    edges.add(first.plusDays(1).atTime(5, 55));
    edges.add(first.atTime(5, 0));
    edges.add(first.plusDays(1).atTime(0, 5));
  }

  /// At least one night, and no departure before the arrival.
  static boolean makesSense(LocalDateTime arrives, LocalDateTime departs) {
    LocalDate first = arrives.toLocalDate().minusDays(arrives.getHour() < 6 ? 1 : 0);
    return arrives.isBefore(departs) && first.isBefore(departs.toLocalDate());
  }

  LocalDateTime arrivalTime() {
    LocalDateTime from = conference.starts().truncatedTo(ChronoUnit.DAYS).minusHours(6);
    LocalDateTime usual = conference.starts();
    LocalDateTime to = usual.plusHours(40);
    if (dice.chance(0.15)) {
      LocalDateTime edge = dice.pick(edges);
      if (!edge.isBefore(from) && edge.isBefore(to)) {
        return edge;
      }
    }
    return notMidnight(
        dice.chance(0.6) ? dice.time(usual, usual.plusHours(14)) : dice.time(from, to));
  }

  LocalDateTime departureTime() {
    LocalDateTime ends = conference.ends();
    if (dice.chance(0.1)) {
      LocalDateTime edge = dice.pick(edges);
      if (edge.isAfter(conference.starts().plusHours(20))) {
        return edge;
      }
    }
    return notMidnight(
        dice.chance(0.8)
            ? dice.time(ends.minusHours(11), ends.plusHours(6))
            : dice.time(ends.minusHours(44), ends));
  }

  /// A cell date at 00:00 cannot be told from a date without time.
  private static LocalDateTime notMidnight(LocalDateTime time) {
    return time.getHour() == 0 && time.getMinute() == 0 ? time.plusMinutes(5) : time;
  }

  Leg arrival() {
    return dice.chance(0.08) ? Leg.UNKNOWN : leg(arrivalTime());
  }

  Leg departure() {
    return dice.chance(0.2) ? Leg.UNKNOWN : leg(departureTime());
  }

  Leg leg(LocalDateTime time) {
    String place = place();
    return new Leg(time, place, number(place));
  }

  String place() {
    int kind = dice.between(1, 10);
    return kind <= 5 ? "NNG" : kind <= 8 ? "NND" : "self";
  }

  String number(String place) {
    return switch (place) {
      case "NNG" -> dice.of("CZ", "CA", "MU", "GX", "HU") + dice.between(1000, 9999);
      case "NND" -> dice.of("G", "D", "C") + dice.between(100, 3999);
      default -> "";
    };
  }

  LocalDateTime arrives(Leg arrival) {
    LocalDateTime time = arrival.time();
    return time == null ? conference.starts() : time;
  }

  LocalDateTime departs(Leg departure) {
    LocalDateTime time = departure.time();
    return time == null ? conference.ends() : time;
  }

  boolean makeSense(Leg arrival, Leg departure) {
    return makesSense(arrives(arrival), departs(departure));
  }
}
