package org.huiwu.oracle;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiwu.oracle.Inventory.Delegation;
import org.huiwu.oracle.Inventory.Route;
import org.huiwu.oracle.Inventory.Trip;

/// The facts of one conference at one moment, in plain collections, and the questions that the
/// rules of FORMAT.md ask of them.
final class Facts {

  record Rehousing(String delegation, String hotel, LocalDate from) {}

  record Hold(String organisation, String hotel, String rooms, String from, String to) {}

  final Conference conference;
  final Inventory inventory;
  final Map<String, Attendee> people = new LinkedHashMap<>();
  final List<Rehousing> rehousings = new ArrayList<>();
  final List<Hold> holds = new ArrayList<>();
  final Map<String, String> plates = new LinkedHashMap<>();
  final Map<String, String> tripDeparts = new LinkedHashMap<>();
  final Map<String, String> stopArrives = new LinkedHashMap<>();
  final Map<String, String> halls = new LinkedHashMap<>();
  final Map<String, LocalDateTime> sessionStarts = new LinkedHashMap<>();

  Facts(Conference conference, Inventory inventory) {
    this.conference = conference;
    this.inventory = inventory;
    inventory.trips().forEach(trip -> plates.put(trip.code(), trip.plate()));
    inventory.trips().forEach(trip -> tripDeparts.put(trip.code(), trip.departs()));
    inventory.stops().forEach(stop -> stopArrives.put(stop.code(), stop.arrives().toString()));
    inventory.sessions().forEach(session -> halls.put(session.code(), session.hall()));
    inventory.sessions().forEach(session -> sessionStarts.put(session.code(), session.starts()));
  }

  Attendee person(String key) {
    Attendee person = people.get(key);
    if (person == null) {
      throw new IllegalArgumentException("unknown person " + key);
    }
    return person;
  }

  List<Attendee> attending() {
    return people.values().stream().filter(Attendee::attending).toList();
  }

  /// Unknown arrival = the conference's start.
  LocalDateTime arrival(Attendee person) {
    LocalDateTime time = person.arrival.time();
    return time == null ? conference.starts() : time;
  }

  /// Unknown departure = the conference's end.
  LocalDateTime departure(Attendee person) {
    LocalDateTime time = person.departure.time();
    return time == null ? conference.ends() : time;
  }

  /// `arrival <= moment < departure`.
  boolean present(Attendee person, LocalDateTime moment) {
    return !arrival(person).isAfter(moment) && moment.isBefore(departure(person));
  }

  /// On its route, and `route.departs <= moment < route.returns`.
  boolean away(Attendee person, LocalDateTime moment) {
    if (!person.onRoute()) {
      return false;
    }
    Route route = route(person.route);
    return !route.departs().isAfter(moment) && moment.isBefore(route.returns());
  }

  Route route(String code) {
    return inventory.routes().stream()
        .filter(route -> route.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown route " + code));
  }

  Trip trip(String code) {
    return inventory.trips().stream()
        .filter(trip -> trip.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown trip " + code));
  }

  /// The hotel in force for a delegation on a date: its own, or the one of the last line that
  /// rehoused it from that date or an earlier one.
  String hotelOn(String delegation, LocalDate date) {
    String hotel = delegation(delegation).hotel();
    for (Rehousing rehousing : rehousings) {
      if (rehousing.delegation().equals(delegation) && !date.isBefore(rehousing.from())) {
        hotel = rehousing.hotel();
      }
    }
    return hotel;
  }

  Delegation delegation(String code) {
    return inventory.delegations().stream()
        .filter(delegation -> delegation.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown delegation " + code));
  }

  /// The night of the 8th is the one that begins on the evening of the 8th. Nights run from the
  /// arrival date to the departure date; an arrival before 06:00 needs the night before.
  List<LocalDate> nights(Attendee person) {
    LocalDateTime arrival = arrival(person);
    LocalDate first = arrival.toLocalDate();
    if (arrival.getHour() < 6) {
      first = first.minusDays(1);
    }
    LocalDate last = departure(person).toLocalDate();
    return first.isBefore(last) ? first.datesUntil(last).toList() : List.of();
  }

  /// The bus of the route that lists the delegation. The rules say nothing of two such buses, or of
  /// none.
  String busOfDelegation(String route, String delegation) {
    List<Trip> listing =
        inventory.trips().stream()
            .filter(trip -> trip.isExcursionOf(route) && trip.delegations().contains(delegation))
            .toList();
    if (listing.size() != 1) {
      throw new IllegalArgumentException(listing.size() + " buses list " + delegation);
    }
    return listing.get(0).code();
  }

  /// Most free seats; a tie: the lowest code.
  String busWithMostFreeSeats(String route) {
    return inventory.trips().stream()
        .filter(trip -> trip.isExcursionOf(route))
        .min(
            Comparator.comparingInt((Trip trip) -> -freeSeats(trip))
                .thenComparing(Trip::code, CodePoints.ORDER))
        .orElseThrow(() -> new IllegalArgumentException("no bus on route " + route))
        .code();
  }

  /// May be negative: a bus over its seats is an exception, not a refusal. The absent hold no seat.
  int freeSeats(Trip trip) {
    long taken =
        people.values().stream()
            .filter(person -> person.onRoute() && person.isOn(trip.code()))
            .count();
    return trip.seats() - (int) taken;
  }
}
