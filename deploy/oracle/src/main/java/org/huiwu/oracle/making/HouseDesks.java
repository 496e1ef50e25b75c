package org.huiwu.oracle.making;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiwu.oracle.Conference;
import org.huiwu.oracle.Inventory;
import org.huiwu.oracle.Inventory.Delegation;
import org.huiwu.oracle.Inventory.Session;
import org.huiwu.oracle.Inventory.Stop;
import org.huiwu.oracle.Inventory.Trip;
import org.huiwu.oracle.Standing;

/// Changes of hotels, meals, vehicles, sites and halls. Every method answers whether it found
/// something to do.
final class HouseDesks {

  private static final List<String> ORGANISATIONS =
      List.of("警卫局", "医疗保障组", "新闻中心", "志愿者", "电视台", "安保组");

  private final Dice dice;
  private final Log log;
  private final Conference conference;
  private final Inventory inventory;
  private final Set<String> holds = new HashSet<>();

  HouseDesks(Dice dice, Log log, Conference conference, Inventory inventory) {
    this.dice = dice;
    this.log = log;
    this.conference = conference;
    this.inventory = inventory;
  }

  /// An organisation holds rooms in a hotel once.
  boolean holdsRooms() {
    String organisation = dice.pick(ORGANISATIONS);
    String hotel = dice.pick(inventory.hotels()).code();
    if (!holds.add(organisation + hotel)) {
      return false;
    }
    LocalDate from = conference.starts().toLocalDate().plusDays(dice.between(-1, 1));
    log.add(
        "accommodation",
        "hold-rooms",
        "organisation",
        organisation,
        "hotel",
        hotel,
        "rooms",
        dice.between(1, 10),
        "from",
        from.toString(),
        "to",
        from.plusDays(dice.between(1, 3)).toString());
    return true;
  }

  boolean rehouses() {
    return rehouse(dice.pick(inventory.delegations()));
  }

  boolean rehousesTwice() {
    Delegation delegation = dice.pick(inventory.delegations());
    if (!rehouse(delegation)) {
      return false;
    }
    // the second hotel may happen to be the first one: then once must do
    rehouse(delegation);
    return true;
  }

  private boolean rehouse(Delegation delegation) {
    String hotel = dice.pick(inventory.hotels()).code();
    LocalDate from = conference.starts().toLocalDate().plusDays(dice.between(-1, 4));
    if (log.oracle().hotelOn(delegation.code(), from).equals(hotel)
        || comesBack(delegation.code(), hotel, from)) {
      return false;
    }
    log.add(
        "accommodation",
        "rehouse",
        "delegation",
        delegation.code(),
        "hotel",
        hotel,
        "from",
        from.toString());
    return true;
  }

  /// Two stays of one person in one hotel, with another in between, have no place in one line.
  private boolean comesBack(String delegation, String hotel, LocalDate from) {
    List<String> hotels = new ArrayList<>();
    LocalDate first = conference.starts().toLocalDate().minusDays(3);
    first.datesUntil(from).forEach(date -> hotels.add(log.oracle().hotelOn(delegation, date)));
    return hotels.contains(hotel) && !hotels.getLast().equals(hotel);
  }

  boolean changesDiet() {
    Optional<Standing> person = log.somebody(_ -> true);
    person.ifPresent(someone ->
        log.add(
            "catering",
            "diet",
            "person",
            someone.key(),
            "diet",
            dice.of("halal", "vegetarian", "normal")));
    return person.isPresent();
  }

  boolean replacesVehicle() {
    Trip trip = dice.pick(inventory.trips());
    String plate = dice.chance(0.1) ? trip.plate() : ExcursionMaker.plate(dice);
    log.add("transport", "replace-vehicle", "trip", trip.code(), "plate", plate);
    return true;
  }

  boolean retimesTrip() {
    List<Trip> buses =
        inventory.trips().stream().filter(trip -> trip.kind().equals("excursion")).toList();
    Trip bus = dice.pick(buses);
    LocalDateTime departs =
        LocalDateTime.parse(bus.departs()).plusMinutes(5L * dice.between(-6, 24));
    log.add("transport", "retime-trip", "trip", bus.code(), "departs", departs.toString());
    return true;
  }

  boolean retimesStop() {
    Stop stop = dice.pick(inventory.stops());
    LocalDateTime arrives = stop.arrives().plusMinutes(5L * dice.between(-4, 12));
    log.add("excursion", "retime-stop", "stop", stop.code(), "arrives", arrives.toString());
    return true;
  }

  boolean movesSession() {
    Session session = dice.pick(inventory.sessions());
    String hall = dice.of("区党校报告厅", "二号厅", session.hall());
    String starts = session.starts().plusMinutes(30L * dice.between(-4, 4)).toString();
    switch (dice.between(1, 3)) {
      case 1 -> log.add("venue", "move-session", "session", session.code(), "hall", hall);
      case 2 -> log.add("venue", "move-session", "session", session.code(), "starts", starts);
      default ->
          log.add(
              "venue", "move-session", "session", session.code(), "hall", hall, "starts", starts);
    }
    return true;
  }
}
