package org.huiwu.notification.personal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.huiwu.notification.personal.Delegate.Leg;
import org.jspecify.annotations.Nullable;

/// What a delegate's page shows. Times are local to the conference.
///
/// @param session of the browser; no secret
/// @param published false while the conference is in planning: then there is nothing else
/// @param now at the conference, when this was put together
/// @param name as the lists have it; null: they have none of this person
/// @param reachable whether a code can be sent
/// @param own null in a browser in which no code was shown: a badge shows the way, not the room
public record PersonalPage(
    UUID session,
    boolean published,
    Gathering conference,
    LocalDateTime now,
    @Nullable String name,
    @Nullable String delegation,
    List<Session> sessions,
    List<Bus> buses,
    List<Site> sites,
    List<Meal> meals,
    List<Telephone> telephones,
    DelegateChoices.Choice choice,
    boolean reachable,
    @Nullable Own own) {

  public record Gathering(String name, ZoneId zone, LocalDateTime starts, LocalDateTime ends) {}

  /// @param absent whether the person is known to come later or to have left; told with `own` only
  public record Session(
      String code, String title, String hall, LocalDateTime starts, boolean absent) {}

  /// @param departs null: not known
  public record Bus(String trip, String plate, @Nullable LocalDateTime departs, String route) {}

  /// @param plate of the bus that takes the person there, `""` when it has none yet
  public record Site(
      String stop, String title, LocalDateTime arrives, String bus, String plate, String route) {}

  /// A meal at which the person is expected by what is known, not a seat.
  ///
  /// @param why `route`, `rank` or `hotel`: for whom it is
  public record Meal(String code, LocalDateTime starts, String place, String why, boolean absent) {}

  /// @param role as the contact's, e.g. `liaison`, `driver`, `duty`
  /// @param trip of which bus; null: of the conference
  public record Telephone(String role, String name, String phone, @Nullable String trip) {}

  /// What only the person may see.
  public record Own(
      List<Room> rooms, @Nullable Leg arrival, @Nullable Leg departure, List<Pickup> pickups) {}

  /// @param room `""`: none yet
  public record Room(
      String hotel, String title, String room, LocalDate from, LocalDate to, String phone) {}

  /// @param from where it waits
  public record Pickup(
      String trip, String plate, String from, @Nullable LocalDateTime time, String number) {}
}
