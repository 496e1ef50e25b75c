package org.huiwu.notification.gate;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.contact.Contact;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.escalation.Ladder;
import org.huiwu.notification.escalation.Ladders;
import org.huiwu.notification.escalation.Step;
import org.huiwu.notification.gate.Gate.Driver;
import org.huiwu.notification.gate.Gate.Site;
import org.huiwu.notification.gate.Gate.Why;
import org.huiwu.notification.manifest.ManifestLibrary;
import org.huiwu.notification.standing.Standing;
import org.huiwu.notification.upstream.ManifestBook;
import org.huiwu.notification.upstream.ManifestFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows the gates of a conference's excursions: what all of them need is read at once.
@Component
public class GateBoard {
  private static final String SITE = "site:";

  private final Gates gates;
  private final Journeys journeys;
  private final Receivers receivers;
  private final ConferenceBook conferences;
  private final ConferenceClock clock;
  private final ManifestBook book;
  private final ManifestLibrary library;
  private final Ladders ladders;
  private final Contacts contacts;

  GateBoard(
      Gates gates,
      Journeys journeys,
      Receivers receivers,
      ConferenceBook conferences,
      ConferenceClock clock,
      ManifestBook book,
      ManifestLibrary library,
      Ladders ladders,
      Contacts contacts) {
    this.gates = gates;
    this.journeys = journeys;
    this.receivers = receivers;
    this.conferences = conferences;
    this.clock = clock;
    this.book = book;
    this.library = library;
    this.ladders = ladders;
    this.contacts = contacts;
  }

  /// What a site is held to for a trip.
  private record Held(String manifest, long version, boolean required) {}

  /// A trip with its gate, if the roll was called for the part of the journey that it is on.
  private record Shown(Journeys.Trip trip, Optional<Gates.Stored> stored, List<Held> sites) {}

  /// What is known of the sites of all that is shown.
  private record Sites(
      Map<String, ManifestFacts> facts,
      Map<String, List<Receivers.Receiver>> receivers,
      Ladder ladder,
      boolean mayCall) {

    Site site(Held held) {
      var known = facts.get(held.manifest());
      var receive = receivers.getOrDefault(held.manifest(), List.of());
      var acknowledged =
          receive.stream().anyMatch(r -> r.standing().acknowledged() >= held.version());
      return new Site(
          held.manifest(),
          known == null ? held.manifest() : known.title(),
          known == null ? null : known.due(),
          held.version(),
          held.required(),
          acknowledged,
          acknowledged
              ? Why.ACKNOWLEDGED
              : receive.isEmpty() ? Why.NO_RECIPIENT : Why.UNACKNOWLEDGED,
          since(receive, held),
          receive.stream().map(this::receiver).toList());
    }

    private static @Nullable Instant since(List<Receivers.Receiver> receive, Held held) {
      return receive.stream()
          .map(Receivers.Receiver::standing)
          .filter(s -> s.acknowledged() < held.version())
          .map(Standing::owedSince)
          .filter(Objects::nonNull)
          .min(Instant::compareTo)
          .orElse(null);
    }

    private Gate.Receiver receiver(Receivers.Receiver receiver) {
      var standing = receiver.standing();
      return new Gate.Receiver(
          standing.contact(),
          mayCall ? receiver.person().name() : null,
          mayCall ? receiver.person().phone() : null,
          standing.told(),
          standing.acknowledged(),
          next(standing),
          standing.nextStepAt());
    }

    private @Nullable Step next(Standing standing) {
      return standing.inDebt() && standing.ladderStep() < ladder.length()
          ? ladder.steps().get(standing.ladderStep()).step()
          : null;
    }
  }

  /// @param mayCall whether names and numbers are told
  public List<Gate> all(UUID conference, boolean mayCall) {
    return show(conference, journeys.all(conference).values(), mayCall);
  }

  /// Empty when there is no such trip, or it goes to no site.
  public Optional<Gate> find(UUID conference, String trip, boolean mayCall) {
    return journeys
        .find(conference, trip)
        .map(found -> show(conference, List.of(found), mayCall).getFirst());
  }

  private List<Gate> show(UUID conference, Collection<Journeys.Trip> trips, boolean mayCall) {
    var live = conferences.isLive(conference);
    var shown = shown(conference, trips);
    var manifests =
        shown.stream().flatMap(s -> s.sites().stream()).map(Held::manifest).distinct().toList();
    var sites =
        new Sites(
            book.of(conference, manifests),
            receivers.of(conference, manifests),
            ladders.of(conference, SITE),
            mayCall);
    var drivers = mayCall ? drivers(conference, trips) : Map.<String, Contact>of();
    return shown.stream().map(s -> gate(s, sites, drivers, live)).toList();
  }

  /// By code; nobody is asked for where no trip names anybody.
  private Map<String, Contact> drivers(UUID conference, Collection<Journeys.Trip> trips) {
    var codes =
        trips.stream()
            .flatMap(t -> Stream.ofNullable(t.facts().contact()))
            .filter(code -> !code.isEmpty())
            .distinct()
            .toList();
    return codes.isEmpty() ? Map.of() : contacts.of(conference, codes);
  }

  private List<Shown> shown(UUID conference, Collection<Journeys.Trip> trips) {
    var now = clock.local(conference);
    var stored = gates.all(conference);
    var held = gates.sites(conference);
    Map<String, List<Journey.Ahead>> ahead = new HashMap<>();
    Map<String, Optional<Gates.Stored>> current = new TreeMap<>();
    for (var trip : trips) {
      var gate =
          Optional.ofNullable(stored.get(trip.code()))
              .filter(g -> trip.journey().holds(g.happenedAt(), now));
      current.put(trip.code(), gate);
      if (gate.isEmpty() || !held.containsKey(trip.code())) {
        ahead.put(trip.code(), ahead(trip, gate, now));
      }
    }
    var versions =
        library.latest(
            conference,
            ahead.values().stream().flatMap(List::stream).map(a -> a.stop().manifest()).toList());
    return trips.stream()
        .map(trip ->
            new Shown(
                trip,
                current.getOrDefault(trip.code(), Optional.empty()),
                ahead.containsKey(trip.code())
                    ? ahead.getOrDefault(trip.code(), List.of()).stream()
                        .map(a -> held(a, versions))
                        .toList()
                    : held.getOrDefault(trip.code(), List.of()).stream()
                        .map(s -> new Held(s.manifest(), s.version(), s.required()))
                        .toList()))
        .toList();
  }

  /// Before a roll-call, those that the trip goes to by its plan.
  private static List<Journey.Ahead> ahead(
      Journeys.Trip trip, Optional<Gates.Stored> gate, LocalDateTime now) {
    var departs = trip.departs();
    return trip.journey()
        .ahead(
            gate.map(Gates.Stored::happenedAt)
                .orElse(departs == null || departs.isBefore(now) ? now : departs));
  }

  private static Held held(Journey.Ahead ahead, Map<String, Long> versions) {
    var manifest = ahead.stop().manifest();
    return new Held(manifest, versions.getOrDefault(manifest, 1L), ahead.required());
  }

  private static Gate gate(Shown shown, Sites sites, Map<String, Contact> drivers, boolean live) {
    var trip = shown.trip();
    var stored = shown.stored();
    var light = live ? stored.map(Gates.Stored::light).orElse(Light.NO_ROLL_CALL) : Light.NOT_LIVE;
    return new Gate(
        trip.code(),
        trip.facts().title(),
        trip.facts().route(),
        light,
        light == Light.GREEN,
        stored.map(Gates.Stored::since).orElse(null),
        stored.map(Gates.Stored::happenedAt).orElse(null),
        stored.map(Gates.Stored::root).orElse(null),
        trip.departs(),
        stored.map(Gates.Stored::departedAt).orElse(null),
        driver(trip.facts().contact(), drivers),
        shown.sites().stream().map(sites::site).toList());
  }

  private static @Nullable Driver driver(@Nullable String code, Map<String, Contact> drivers) {
    var contact = code == null ? null : drivers.get(code);
    return contact == null ? null : new Driver(contact.code(), contact.name(), contact.phone());
  }
}
