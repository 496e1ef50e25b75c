package org.huiwu.check.facts;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One conference's facts, each from the table of the service that owns it (design: "Who owns
/// what"), and the questions that FORMAT.md asks of them. Nothing in it was derived by a service
/// from another one's facts. Times are local to the conference.
///
/// @param people everybody registered, by id, the withdrawn too
/// @param hotels codes of those that are not cancelled
/// @param lodgings by delegation, in the order of dates: the last begun counts
/// @param rooms decided, by person and hotel; an empty room is an unplaced guest's
/// @param diets by person
/// @param trips those that are not cancelled; so are meals, stops and sessions
/// @param routes by code, those that are not cancelled
/// @param memberships by person
public record Owned(
    LocalDateTime starts,
    LocalDateTime ends,
    Map<String, Person> people,
    Set<String> hotels,
    Map<String, List<Lodged>> lodgings,
    Map<Sleeper, String> rooms,
    List<Hold> holds,
    List<Meal> meals,
    Map<String, String> diets,
    List<Trip> trips,
    Map<String, Route> routes,
    List<Stop> stops,
    Map<String, Membership> memberships,
    List<Session> sessions) {

  private static final int DAYBREAK_HOUR = 6;

  /// @param companionOf the host's id
  /// @param arrival empty when registration has none
  /// @param departs null when it is not known
  public record Person(
      String id,
      String name,
      String delegation,
      String gender,
      int rank,
      @Nullable String companionOf,
      boolean attending,
      String declaredDiet,
      Arrival arrival,
      @Nullable LocalDateTime departs) {

    public boolean isDelegate() {
      return companionOf == null;
    }

    /// The host's id, a host's own: a host and its companions are no strangers.
    public String party() {
      return companionOf == null ? id : companionOf;
    }
  }

  /// @param time null when it is not known
  public record Arrival(@Nullable LocalDateTime time, String place, String number) {
    public static final Arrival UNKNOWN = new Arrival(null, "", "");
  }

  /// @param from null: from the beginning
  public record Lodged(String hotel, @Nullable LocalDate from) {
    boolean begunBy(LocalDate date) {
      return from == null || !date.isBefore(from);
    }
  }

  public record Sleeper(String person, String hotel) {}

  public record Hold(String organisation, String hotel, int rooms, LocalDate from, LocalDate to) {}

  /// @param scope `hotel:H`, `rank:N` or `route:R`
  public record Meal(String code, LocalDateTime starts, String kitchen, String scope) {}

  /// @param route empty for a pickup
  /// @param from a pickup's place, empty for an excursion; its window likewise
  public record Trip(
      String code,
      String kind,
      String plate,
      String route,
      @Nullable LocalDateTime departs,
      String from,
      @Nullable LocalDateTime windowFrom,
      @Nullable LocalDateTime windowTo) {

    public boolean isPickup() {
      return kind.equals("pickup");
    }
  }

  public record Route(String code, LocalDateTime departs, LocalDateTime returns) {}

  public record Stop(String code, String route, LocalDateTime arrives) {}

  /// @param route empty for none, so is `bus`
  public record Membership(String route, String bus, boolean absent) {
    static final Membership NONE = new Membership("", "", false);
  }

  public record Session(String code, String hall, LocalDateTime starts) {}

  public Collection<Person> attending() {
    return people.values().stream().filter(Person::attending).toList();
  }

  /// The conference's start while it is not known.
  public LocalDateTime arrives(Person person) {
    var time = person.arrival().time();
    return time == null ? starts : time;
  }

  /// The conference's end while it is not known.
  public LocalDateTime departs(Person person) {
    var time = person.departs();
    return time == null ? ends : time;
  }

  /// `arrival <= moment < departure`.
  public boolean isPresent(Person person, LocalDateTime moment) {
    return !moment.isBefore(arrives(person)) && moment.isBefore(departs(person));
  }

  public Membership membership(Person person) {
    return memberships.getOrDefault(person.id(), Membership.NONE);
  }

  /// FORMAT.md: "On its route": attending, has a route, and was not called absent.
  public boolean isOnRoute(Person person) {
    var membership = membership(person);
    return person.attending() && !membership.route().isEmpty() && !membership.absent();
  }

  /// On its route, and `route.departs <= moment < route.returns`.
  public boolean isAway(Person person, LocalDateTime moment) {
    var route = isOnRoute(person) ? routes.get(membership(person).route()) : null;
    return route != null && !moment.isBefore(route.departs()) && moment.isBefore(route.returns());
  }

  /// Catering's word; what was declared seeds it.
  public String diet(Person person) {
    return diets.getOrDefault(person.id(), person.declaredDiet());
  }

  /// The hotel in force for a delegation on a date, whether or not somebody sleeps there.
  public Optional<String> hotelOn(String delegation, LocalDate date) {
    return lodgings.getOrDefault(delegation, List.of()).reversed().stream()
        .filter(l -> l.begunBy(date))
        .map(Lodged::hotel)
        .findFirst();
  }

  /// From the arrival date to the departure date; an arrival before 06:00 needs the night before.
  public List<LocalDate> nights(Person person) {
    var arrival = arrives(person);
    var first =
        arrival.getHour() < DAYBREAK_HOUR
            ? arrival.toLocalDate().minusDays(1)
            : arrival.toLocalDate();
    var last = departs(person).toLocalDate();
    return first.isBefore(last) ? first.datesUntil(last).toList() : List.of();
  }
}
