package org.huiwu.notification.gate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.contact.Contact;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.escalation.Ladder;
import org.huiwu.notification.escalation.Ladders;
import org.huiwu.notification.escalation.Step;
import org.huiwu.notification.gate.Gate.Receiver;
import org.huiwu.notification.gate.Gate.Site;
import org.huiwu.notification.gate.Gate.Why;
import org.huiwu.notification.manifest.ManifestLibrary;
import org.huiwu.notification.standing.Standing;
import org.huiwu.notification.upstream.ManifestBook;
import org.huiwu.notification.upstream.ManifestFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows the gates of a conference's excursions.
@Component
public class GateBoard {
  private final Gates gates;
  private final GateKeeper keeper;
  private final ConferenceBook conferences;
  private final ManifestBook book;
  private final ManifestLibrary library;
  private final Contacts contacts;
  private final Ladders ladders;

  GateBoard(
      Gates gates,
      GateKeeper keeper,
      ConferenceBook conferences,
      ManifestBook book,
      ManifestLibrary library,
      Contacts contacts,
      Ladders ladders) {
    this.gates = gates;
    this.keeper = keeper;
    this.conferences = conferences;
    this.book = book;
    this.library = library;
    this.contacts = contacts;
    this.ladders = ladders;
  }

  /// @param mayCall whether names and numbers are told
  public List<Gate> all(UUID conference, boolean mayCall) {
    var live = conferences.isLive(conference);
    return gates.trips(conference).stream()
        .map(trip -> gate(conference, trip, live, mayCall))
        .toList();
  }

  /// Empty when there is no such trip, or it goes to no site.
  public Optional<Gate> find(UUID conference, String trip, boolean mayCall) {
    return gates
        .trip(conference, trip)
        .map(facts -> gate(conference, facts, conferences.isLive(conference), mayCall));
  }

  private Gate gate(UUID conference, ManifestFacts trip, boolean live, boolean mayCall) {
    var stored = gates.find(conference, trip.code());
    var light = live ? stored.map(Gates.Stored::light).orElse(Light.NO_ROLL_CALL) : Light.NOT_LIVE;
    return new Gate(
        trip.code(),
        trip.title(),
        trip.route(),
        light,
        light == Light.GREEN,
        stored.map(Gates.Stored::since).orElse(null),
        stored.map(Gates.Stored::happenedAt).orElse(null),
        stored.map(Gates.Stored::root).orElse(null),
        trip.due(),
        stored.map(Gates.Stored::departedAt).orElse(null),
        sites(conference, trip, stored, mayCall));
  }

  private List<Site> sites(
      UUID conference, ManifestFacts trip, Optional<Gates.Stored> stored, boolean mayCall) {
    var known = gates.sites(conference, trip.code());
    var at = stored.map(Gates.Stored::happenedAt).orElse(trip.due());
    var sites =
        !known.isEmpty() || at == null
            ? known
            : gates.route(conference, trip).ahead(at, trip.due()).stream()
                .map(a ->
                    new Gates.Site(
                        a.stop().manifest(),
                        library.latest(conference, a.stop().manifest()).orElse(1L),
                        a.required(),
                        false))
                .toList();
    return sites.stream().map(site -> site(conference, site, mayCall)).toList();
  }

  private Site site(UUID conference, Gates.Site site, boolean mayCall) {
    var facts = book.find(conference, site.manifest());
    var receive = keeper.receivers(conference, site.manifest());
    var people = contacts.of(conference, receive.stream().map(Standing::contact).toList());
    var ladder = ladders.of(conference, site.manifest());
    return new Site(
        site.manifest(),
        facts.map(ManifestFacts::title).orElse(site.manifest()),
        facts.map(ManifestFacts::due).orElse(null),
        site.version(),
        site.required(),
        site.acknowledged(),
        site.acknowledged()
            ? Why.ACKNOWLEDGED
            : receive.isEmpty() ? Why.NO_RECIPIENT : Why.UNACKNOWLEDGED,
        since(receive, site),
        receive.stream().map(s -> receiver(s, people, ladder, mayCall)).toList());
  }

  private static @Nullable Instant since(List<Standing> receive, Gates.Site site) {
    return receive.stream()
        .filter(s -> s.acknowledged() < site.version())
        .map(Standing::owedSince)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }

  private static Receiver receiver(
      Standing standing, Map<String, Contact> people, Ladder ladder, boolean mayCall) {
    var person = mayCall ? people.get(standing.contact()) : null;
    return new Receiver(
        standing.contact(),
        person == null ? null : person.name(),
        person == null ? null : person.phone(),
        standing.told(),
        standing.acknowledged(),
        next(standing, ladder),
        standing.nextStepAt());
  }

  private static @Nullable Step next(Standing standing, Ladder ladder) {
    return standing.inDebt() && standing.ladderStep() < ladder.length()
        ? ladder.steps().get(standing.ladderStep()).step()
        : null;
  }
}
