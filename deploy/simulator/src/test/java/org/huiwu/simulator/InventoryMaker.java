package org.huiwu.simulator;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.huiwu.oracle.Inventory;
import org.huiwu.oracle.Inventory.Contact;
import org.huiwu.oracle.Inventory.Delegation;
import org.huiwu.oracle.Inventory.Hotel;
import org.huiwu.oracle.Inventory.Meal;
import org.huiwu.oracle.Inventory.Room;
import org.huiwu.oracle.Inventory.Route;
import org.huiwu.oracle.Inventory.Session;
import org.huiwu.oracle.Inventory.Stop;
import org.huiwu.oracle.Inventory.Trip;

/// Two or three delegations and hotels, two routes with two buses each, two pickups, a meal of each
/// scope and two sessions: manifests of every kind.
final class InventoryMaker {
  private static final String CONTACT = "DESK";

  private final RandomGenerator chance;
  private final Inventory made;

  InventoryMaker(RandomGenerator chance) {
    this.chance = chance;
    this.made = make();
  }

  Inventory made() {
    return made;
  }

  private Inventory make() {
    var many = 2 + chance.nextInt(2);
    List<Delegation> delegations = new ArrayList<>();
    List<Hotel> hotels = new ArrayList<>();
    List<Room> rooms = new ArrayList<>();
    for (int i = 1; i <= many; i++) {
      var hotel = "H" + i;
      delegations.add(new Delegation("D" + i, "代表团" + i, hotel));
      hotels.add(new Hotel(hotel, "宾馆" + i, CONTACT));
      for (int n = 1; n <= 5; n++) {
        rooms.add(new Room(hotel, "30" + n, "standard", 1 + n % 2));
      }
    }
    return new Inventory(
        delegations,
        hotels,
        rooms,
        List.of(
            new Route("R1", "百色", at(9, 14), at(10, 19)),
            new Route("R2", "北海", at(9, 14), at(10, 19))),
        List.of(stop("S1", "R1"), stop("S2", "R2")),
        List.of(
            bus("X1A", "R1", List.of("D1")),
            bus("X1B", "R1", many > 2 ? List.of("D2", "D3") : List.of("D2")),
            bus("X2A", "R2", many > 2 ? List.of("D1", "D2", "D3") : List.of("D1", "D2")),
            bus("X2B", "R2", List.of()),
            pickup("P1", "NNG", at(8, 8), at(8, 14)),
            pickup("P2", "NND", at(8, 8), at(9, 8))),
        List.of(
            meal("LUNCH", at(8, 12), "hotel:H1"),
            meal("BREAKFAST", at(10, 7), "hotel:H2"),
            meal("DINNER", at(10, 18), "hotel:H1"),
            meal("BANQUET", at(8, 19), "rank:2"),
            meal("PICNIC", at(10, 12), "route:R1")),
        List.of(
            new Session("OPENING", "开幕式", "一号厅", at(9, 9), CONTACT),
            new Session("CLOSING", "闭幕式", "二号厅", at(11, 9), CONTACT)),
        List.of(new Contact(CONTACT, "desk", "值班", "07710000000", "desk@example.org")));
  }

  private static Stop stop(String code, String route) {
    return new Stop(code, route, 1, "考察点", at(9, 16), at(9, 18), CONTACT);
  }

  private Trip bus(String code, String route, List<String> delegations) {
    var departs = at(9, 14).toString();
    var seats = 2 + chance.nextInt(4);
    return new Trip(
        code,
        "excursion",
        "桂A" + code,
        seats,
        "司机",
        route,
        departs,
        delegations,
        "",
        "",
        "",
        CONTACT);
  }

  private static Trip pickup(String code, String from, LocalDateTime begin, LocalDateTime end) {
    return new Trip(
        code,
        "pickup",
        "桂A" + code,
        4,
        "司机",
        "",
        "",
        List.of(),
        from,
        begin.toString(),
        end.toString(),
        CONTACT);
  }

  private static Meal meal(String code, LocalDateTime starts, String scope) {
    return new Meal(code, starts, starts.minusHours(3), "H1", scope, CONTACT);
  }

  private static LocalDateTime at(int day, int hour) {
    return LocalDateTime.of(2026, 6, day, hour, 0);
  }

  String delegation() {
    return any(made.delegations()).code();
  }

  String hotel() {
    return any(made.hotels()).code();
  }

  String otherHotel(String delegation) {
    var others =
        made.hotels().stream()
            .map(Hotel::code)
            .filter(code -> !code.substring(1).equals(delegation.substring(1)))
            .toList();
    return any(others);
  }

  String route() {
    return any(made.routes()).code();
  }

  String trip() {
    return any(made.trips()).code();
  }

  String bus() {
    return any(made.trips().stream().filter(t -> t.kind().equals("excursion")).toList()).code();
  }

  private <T> T any(List<T> all) {
    return all.get(chance.nextInt(all.size()));
  }
}
