package org.huiwu.oracle.making;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.huiwu.oracle.Conference;
import org.huiwu.oracle.Inventory.Contact;
import org.huiwu.oracle.Inventory.Trip;

/// Shuttles from airport and station. Their windows never overlap, and leave gaps now and then.
final class PickupMaker {

  private final Dice dice;
  private final Conference conference;
  private final List<Contact> contacts;

  PickupMaker(Dice dice, Conference conference, List<Contact> contacts) {
    this.dice = dice;
    this.conference = conference;
    this.contacts = contacts;
  }

  List<Trip> pickups() {
    List<Trip> pickups = new ArrayList<>();
    for (String place : dice.chance(0.9) ? List.of("NNG", "NND") : List.of("NNG")) {
      LocalDateTime from =
          conference.starts().truncatedTo(ChronoUnit.HOURS).minusHours(dice.between(0, 8));
      LocalDateTime until = conference.starts().plusHours(dice.between(16, 42));
      int number = 11;
      while (from.isBefore(until)) {
        LocalDateTime to = from.plusMinutes(30L * dice.between(2, 9));
        pickups.add(pickup((place.equals("NNG") ? "PG" : "PD") + number, place, from, to));
        from = dice.chance(0.25) ? to.plusMinutes(15L * dice.between(1, 12)) : to;
        number++;
      }
    }
    return pickups;
  }

  private Trip pickup(String code, String place, LocalDateTime from, LocalDateTime to) {
    return new Trip(
        code,
        "pickup",
        ExcursionMaker.plate(dice),
        dice.of(7, 20, 45),
        "司机" + code,
        "",
        "",
        List.of(),
        place,
        from.toString(),
        to.toString(),
        InventoryMaker.contact(contacts, "TRIP-" + code, "driver"));
  }
}
