package org.huiwu.oracle.making;

import static org.huiwu.oracle.making.InventoryMaker.contact;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.huiwu.oracle.Conference;
import org.huiwu.oracle.Inventory.Contact;
import org.huiwu.oracle.Inventory.Delegation;
import org.huiwu.oracle.Inventory.Route;
import org.huiwu.oracle.Inventory.Stop;
import org.huiwu.oracle.Inventory.Trip;

/// Routes, their stops, and their buses: full ones, spare ones, and some with equally many seats.
final class ExcursionMaker {

  private static final List<String> PLACES =
      List.of("百色", "北海", "柳州", "桂林", "崇左", "钦州", "河池", "梧州");

  private final Dice dice;
  private final Size size;
  private final Conference conference;
  private final List<Delegation> delegations;
  private final List<Contact> contacts;

  ExcursionMaker(
      Dice dice,
      Size size,
      Conference conference,
      List<Delegation> delegations,
      List<Contact> contacts) {
    this.dice = dice;
    this.size = size;
    this.conference = conference;
    this.delegations = delegations;
    this.contacts = contacts;
  }

  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    List<String> names = dice.shuffled(PLACES);
    int count = dice.between(2, 5);
    String style = dice.of("R", "L", "X0");
    boolean together = dice.chance(0.4);
    LocalDateTime departs = departs();
    LocalDateTime returns = returns(departs);
    for (int i = 1; i <= count; i++) {
      routes.add(new Route(style + i, names.get(i - 1), departs, returns));
      departs = together ? departs : departs();
      returns = together ? returns : returns(departs);
    }
    return routes;
  }

  private LocalDateTime departs() {
    LocalDate day = conference.starts().toLocalDate().plusDays(dice.between(1, 2));
    return dice.time(day.atTime(7, 0), day.atTime(15, 0));
  }

  private LocalDateTime returns(LocalDateTime departs) {
    LocalDateTime latest = conference.ends().minusHours(2);
    LocalDateTime returns = dice.time(departs.plusHours(6), departs.plusHours(34));
    return returns.isAfter(latest) ? latest : returns;
  }

  List<Stop> stops(List<Route> routes) {
    List<Stop> stops = new ArrayList<>();
    for (Route route : routes) {
      int count = dice.between(1, 4);
      for (int i = 1; i <= count; i++) {
        LocalDateTime arrives =
            dice.time(route.departs().plusHours(1), route.returns().minusHours(1));
        String code = "S" + route.code() + i;
        stops.add(
            new Stop(
                code,
                route.code(),
                i,
                route.name() + "考察点" + i,
                arrives,
                arrives.plusMinutes(50),
                contact(contacts, "SITE-" + code, "site")));
      }
    }
    return stops;
  }

  List<Trip> buses(List<Route> routes) {
    List<Trip> buses = new ArrayList<>();
    for (Route route : routes) {
      int count = dice.between(1, 4);
      int average = dice.chance(0.2) ? 5 : Math.max(4, size.people() / routes.size() / count);
      boolean alike = dice.chance(0.5);
      int seats = seats(average);
      String style = dice.of("", "-", "B");
      List<List<String>> listed = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        listed.add(new ArrayList<>());
      }
      for (Delegation delegation : delegations) {
        listed.get(dice.between(0, dice.chance(0.8) ? count - 1 : 0)).add(delegation.code());
      }
      for (int i = 0; i < count; i++) {
        String code = "X" + route.code() + style + (char) ('A' + i);
        buses.add(
            new Trip(
                code,
                "excursion",
                plate(),
                alike ? seats : seats(average),
                "司机" + code,
                route.code(),
                route.departs().plusMinutes(5L * i).toString(),
                listed.get(i),
                "",
                "",
                "",
                contact(contacts, "TRIP-" + code, "liaison")));
      }
    }
    return buses;
  }

  private int seats(int average) {
    return Math.max(3, average * dice.between(60, 180) / 100);
  }

  private String plate() {
    return plate(dice);
  }

  static String plate(Dice dice) {
    StringBuilder plate = new StringBuilder("桂").append(dice.of("A", "B", "C"));
    for (int i = 0; i < 5; i++) {
      plate.append("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ".charAt(dice.between(0, 33)));
    }
    return plate.toString();
  }
}
