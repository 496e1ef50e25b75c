package org.huiwu.oracle;

import java.time.LocalDateTime;
import java.util.List;

/// The inventory as it is before the first line of the timeline. Times are local to the conference;
/// an absent cell is the empty string.
public record Inventory(
    List<Delegation> delegations,
    List<Hotel> hotels,
    List<Room> rooms,
    List<Route> routes,
    List<Stop> stops,
    List<Trip> trips,
    List<Meal> meals,
    List<Session> sessions,
    List<Contact> contacts) {

  public record Delegation(String code, String name, String hotel) {}

  public record Hotel(String code, String name, String contact) {}

  public record Room(String hotel, String room, String type, int capacity) {}

  public record Route(String code, String name, LocalDateTime departs, LocalDateTime returns) {}

  public record Stop(
      String code,
      String route,
      int seq,
      String name,
      LocalDateTime arrives,
      LocalDateTime leaves,
      String contact) {}

  /// `departs`, `windowFrom` and `windowTo` stay text here: a pickup has no `departs`, an excursion
  /// no window.
  public record Trip(
      String code,
      String kind,
      String plate,
      int seats,
      String driver,
      String route,
      String departs,
      List<String> delegations,
      String from,
      String windowFrom,
      String windowTo,
      String contact) {

    public boolean isExcursionOf(String someRoute) {
      return kind.equals("excursion") && route.equals(someRoute);
    }
  }

  public record Meal(
      String code,
      LocalDateTime starts,
      LocalDateTime cutoff,
      String kitchen,
      String scope,
      String contact) {}

  public record Session(
      String code, String title, String hall, LocalDateTime starts, String contact) {}

  public record Contact(String code, String role, String name, String phone, String email) {}
}
