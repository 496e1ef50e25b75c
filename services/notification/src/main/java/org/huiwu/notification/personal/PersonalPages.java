package org.huiwu.notification.personal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.conference.ConferenceFacts;
import org.huiwu.notification.contact.Contact;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.personal.PersonalLines.Line;
import org.huiwu.notification.personal.PersonalPage.Bus;
import org.huiwu.notification.personal.PersonalPage.Gathering;
import org.huiwu.notification.personal.PersonalPage.Meal;
import org.huiwu.notification.personal.PersonalPage.Own;
import org.huiwu.notification.personal.PersonalPage.Pickup;
import org.huiwu.notification.personal.PersonalPage.Room;
import org.huiwu.notification.personal.PersonalPage.Session;
import org.huiwu.notification.personal.PersonalPage.Site;
import org.huiwu.notification.personal.PersonalPage.Telephone;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts a delegate's page together. What a browser without a code gets is left out here, not in the
/// page: hotel and room, flights, and the pickups and hotel's meals that would give them away.
@Component
public class PersonalPages {
  private static final List<String> OPEN = List.of("trip", "site", "session");
  private static final List<String> ALL = List.of("trip", "site", "session", "rooming");

  private final DelegateBook delegates;
  private final DelegateChoices choices;
  private final PersonalLines lines;
  private final Programme programme;
  private final ConferenceBook conferences;
  private final ConferenceClock clock;
  private final Contacts contacts;

  PersonalPages(
      DelegateBook delegates,
      DelegateChoices choices,
      PersonalLines lines,
      Programme programme,
      ConferenceBook conferences,
      ConferenceClock clock,
      Contacts contacts) {
    this.delegates = delegates;
    this.choices = choices;
    this.lines = lines;
    this.programme = programme;
    this.conferences = conferences;
    this.clock = clock;
    this.contacts = contacts;
  }

  public PersonalPage of(PersonalSession session) {
    var conference = session.conference();
    var delegate =
        delegates
            .find(conference, session.person())
            .orElseThrow(() -> new Missing("link-not-valid"));
    var facts = conferences.get(conference);
    return conferences.isLive(conference)
        ? page(session, delegate, facts)
        : inPlanning(session, delegate, facts);
  }

  private PersonalPage inPlanning(
      PersonalSession session, Delegate delegate, ConferenceFacts facts) {
    return new PersonalPage(
        session.id(),
        false,
        gathering(facts),
        clock.local(facts.id()),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        choices.of(facts.id(), delegate.person()),
        delegate.reachable(),
        null);
  }

  private PersonalPage page(PersonalSession session, Delegate delegate, ConferenceFacts facts) {
    var conference = facts.id();
    var mine =
        lines.of(
            conference,
            List.of(delegate.person(), delegate.delegation()),
            session.confirmed() ? ALL : OPEN);
    var own = session.confirmed() ? own(conference, delegate, mine) : null;
    var journey = session.confirmed() ? delegate.journey() : null;
    var all = programme.routes(conference);
    var routes =
        mine.stream()
            .filter(l -> l.kind().equals("site") || l.isExcursion())
            .map(l -> all.get(Objects.requireNonNullElse(l.route(), "")))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    var expected = new Expected(delegate, routes, own == null ? null : own.rooms(), journey);
    Map<String, String> routeNames = new HashMap<>();
    routes.forEach(r -> routeNames.put(r.code(), r.name()));
    return new PersonalPage(
        session.id(),
        true,
        gathering(facts),
        clock.local(conference),
        name(mine, delegate),
        programme.delegation(conference, delegate.delegation()).orElse(delegate.delegation()),
        sessions(mine, delegate, expected),
        buses(mine, routeNames),
        sites(mine, routeNames),
        programme.meals(conference).stream()
            .flatMap(m -> expected.at(m).stream())
            .sorted(Comparator.comparing(Meal::starts).thenComparing(Meal::code))
            .toList(),
        telephones(conference, mine, session.confirmed()),
        choices.of(conference, delegate.person()),
        delegate.reachable(),
        own);
  }

  private static Gathering gathering(ConferenceFacts facts) {
    return new Gathering(facts.name(), facts.zone(), facts.starts(), facts.ends());
  }

  private static @Nullable String name(List<Line> mine, Delegate delegate) {
    return mine.stream()
        .filter(l -> l.line().equals(delegate.person()))
        .map(l -> l.field("name"))
        .filter(n -> !n.isBlank())
        .findFirst()
        .orElse(null);
  }

  /// Sessions seat delegations; companions have no seat in them.
  private static List<Session> sessions(List<Line> mine, Delegate delegate, Expected expected) {
    List<Session> sessions = new ArrayList<>();
    for (var line : mine) {
      var starts = line.headerTime("starts");
      if (line.kind().equals("session") && !delegate.companion() && starts != null) {
        sessions.add(
            new Session(
                line.code(),
                line.title(),
                line.header().getOrDefault("hall", ""),
                starts,
                expected.isAbsentAt(starts)));
      }
    }
    sessions.sort(Comparator.comparing(Session::starts).thenComparing(Session::code));
    return sessions;
  }

  private static List<Bus> buses(List<Line> mine, Map<String, String> routes) {
    return mine.stream()
        .filter(Line::isExcursion)
        .map(l ->
            new Bus(
                l.code(),
                l.header().getOrDefault("plate", ""),
                l.headerTime("departs"),
                routeName(l, routes)))
        .sorted(
            Comparator.comparing(
                Bus::departs, Comparator.nullsLast(Comparator.<LocalDateTime>naturalOrder())))
        .toList();
  }

  private static String routeName(Line line, Map<String, String> routes) {
    var route = Objects.requireNonNullElse(line.route(), "");
    return routes.getOrDefault(route, route);
  }

  private static List<Site> sites(List<Line> mine, Map<String, String> routes) {
    Map<String, String> plates = new HashMap<>();
    mine.stream()
        .filter(Line::isExcursion)
        .forEach(l -> plates.put(l.code(), l.header().getOrDefault("plate", "")));
    List<Site> sites = new ArrayList<>();
    for (var line : mine) {
      var arrives = line.headerTime("arrives");
      if (line.kind().equals("site") && arrives != null) {
        var bus = line.field("bus");
        sites.add(
            new Site(
                line.code(),
                line.title(),
                arrives,
                bus,
                plates.getOrDefault(bus, ""),
                routeName(line, routes)));
      }
    }
    sites.sort(Comparator.comparing(Site::arrives).thenComparing(Site::stop));
    return sites;
  }

  /// Of the buses that the browser is shown, then the duty room's.
  private List<Telephone> telephones(UUID conference, List<Line> mine, boolean confirmed) {
    var buses =
        mine.stream()
            .filter(l -> l.isExcursion() || confirmed && l.isPickup())
            .filter(l -> l.contact() != null)
            .toList();
    var people =
        contacts.of(
            conference, buses.stream().map(l -> Objects.requireNonNull(l.contact())).toList());
    List<Telephone> telephones = new ArrayList<>();
    for (var bus : buses) {
      var contact = people.get(Objects.requireNonNull(bus.contact()));
      if (contact != null && !contact.phone().isBlank()) {
        telephones.add(new Telephone(contact.role(), contact.name(), contact.phone(), bus.code()));
      }
    }
    contacts.inRole(conference, Contact.DUTY).stream()
        .filter(c -> !c.phone().isBlank())
        .forEach(c -> telephones.add(new Telephone(c.role(), c.name(), c.phone(), null)));
    return telephones;
  }

  private Own own(UUID conference, Delegate delegate, List<Line> mine) {
    var desks =
        contacts.of(
            conference,
            mine.stream()
                .filter(l -> l.kind().equals("rooming"))
                .map(Line::contact)
                .filter(Objects::nonNull)
                .toList());
    List<Room> rooms = new ArrayList<>();
    List<Pickup> pickups = new ArrayList<>();
    for (var line : mine) {
      if (!line.line().equals(delegate.person())) {
        continue;
      }
      if (line.kind().equals("rooming")) {
        var desk = line.contact() == null ? null : desks.get(line.contact());
        rooms.add(
            new Room(
                line.code(),
                line.title(),
                line.field("room"),
                LocalDate.parse(line.field("from")),
                LocalDate.parse(line.field("to")),
                desk == null ? "" : desk.phone()));
      } else if (line.isPickup()) {
        pickups.add(
            new Pickup(
                line.code(),
                line.header().getOrDefault("plate", ""),
                Objects.requireNonNullElse(line.place(), ""),
                line.fieldTime("time"),
                line.field("number")));
      }
    }
    rooms.sort(Comparator.comparing(Room::from).thenComparing(Room::hotel));
    var journey = delegate.journey();
    return new Own(
        rooms,
        journey == null ? null : journey.arrival(),
        journey == null ? null : journey.departure(),
        pickups);
  }
}
