package org.huiwu.notification.gate;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.contact.Contact;
import org.huiwu.notification.contact.Contacts;
import org.huiwu.notification.escalation.CallRoom;
import org.huiwu.notification.escalation.LadderSchedule;
import org.huiwu.notification.ripple.SettledListener;
import org.huiwu.notification.standing.AcknowledgementListener;
import org.huiwu.notification.standing.Standing;
import org.huiwu.notification.standing.Standings;
import org.huiwu.notification.stream.ConferenceStream;
import org.huiwu.notification.upstream.ManifestBook.RenamedRecipient;
import org.huiwu.notification.upstream.RollCallHeard;
import org.huiwu.notification.upstream.RollCallListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Keeps the gates (incident 1: a bus was an hour from its site, and the site had neither list nor
/// number). A trip's roll-call closes its gate; once that change has settled each site must
/// acknowledge the version that it holds then, and the gate is green when all have. Everything
/// happens in the transaction of what it follows from.
@Component
@Order(GateKeeper.AFTER_THE_RECIPIENTS)
class GateKeeper
    implements RollCallListener, SettledListener, AcknowledgementListener, RenamedRecipient {
  static final int AFTER_THE_RECIPIENTS = 20;

  /// The role of a reception unit.
  private static final String SITE = "site";

  /// What the live stream says of a gate.
  record Told(String trip, Light light) {}

  private final Gates gates;
  private final ConferenceBook conferences;
  private final LadderSchedule schedule;
  private final Standings standings;
  private final Contacts contacts;
  private final CallRoom room;
  private final ConferenceStream stream;

  GateKeeper(
      Gates gates,
      ConferenceBook conferences,
      LadderSchedule schedule,
      Standings standings,
      Contacts contacts,
      CallRoom room,
      ConferenceStream stream) {
    this.gates = gates;
    this.conferences = conferences;
    this.schedule = schedule;
    this.standings = standings;
    this.contacts = contacts;
    this.room = room;
    this.stream = stream;
  }

  @Override
  public void on(UUID conference, RollCallHeard rollCall) {
    if (gates.open(conference, rollCall) && conferences.isLive(conference)) {
      stream.append(conference, "gate-changed", new Told(rollCall.trip(), Light.EVALUATING));
    }
  }

  @Override
  public void on(UUID conference, UUID root) {
    var called = gates.of(conference, root);
    if (called.isEmpty()) {
      return;
    }
    for (var gate : called) {
      var trip = gates.trip(conference, gate.trip());
      if (trip.isEmpty()) {
        continue;
      }
      var ahead = gates.route(conference, trip.get()).ahead(gate.happenedAt(), trip.get().due());
      gates.settle(conference, gate.trip(), ahead);
      schedule.reschedule(conference, ahead.stream().map(a -> a.stop().manifest()).toList());
      if (gate.departedAt() != null) {
        callForThose(conference, gate.trip());
      }
    }
    tellWhatChanged(conference);
  }

  @Override
  public void on(UUID conference, Standing standing) {
    if (standing.manifest().startsWith("site:")) {
      tellWhatChanged(conference);
    }
  }

  /// A trip may depart at another time now, a site may be received by others.
  @Override
  public void on(UUID conference, List<String> manifests) {
    if (manifests.stream().noneMatch(m -> m.startsWith("trip:") || m.startsWith("site:"))
        || !conferences.isLive(conference)) {
      return;
    }
    for (var manifest : manifests) {
      if (manifest.startsWith("trip:")) {
        var trip = manifest.substring("trip:".length());
        schedule.reschedule(
            conference, gates.sites(conference, trip).stream().map(Gates.Site::manifest).toList());
      }
    }
    tellWhatChanged(conference);
  }

  /// Inside a transaction under the conference's lock.
  void tellWhatChanged(UUID conference) {
    gates
        .changed(conference)
        .forEach(g -> stream.append(conference, "gate-changed", new Told(g.trip(), g.light())));
  }

  /// The bus has left: its sites are expected at its arrival again.
  void departed(UUID conference, String trip, LocalDateTime at) {
    gates.depart(conference, trip, at);
    schedule.reschedule(
        conference, gates.sites(conference, trip).stream().map(Gates.Site::manifest).toList());
  }

  /// A bus is on its way to sites that have not acknowledged: the duty room calls each of them at
  /// once.
  ///
  /// @return the sites' manifests
  List<String> callForThose(UUID conference, String trip) {
    List<String> called = new ArrayList<>();
    if (conferences.isLive(conference)) {
      for (var site : waitingFor(conference, trip)) {
        call(conference, trip, site);
        called.add(site.manifest());
      }
    }
    return called;
  }

  /// The sites that hold a bus up. Before its roll-call has settled those that have not
  /// acknowledged what they hold now.
  private List<Gates.Site> waitingFor(UUID conference, String trip) {
    var known = gates.sites(conference, trip);
    if (!known.isEmpty()) {
      return known.stream().filter(s -> s.required() && !s.acknowledged()).toList();
    }
    return gates
        .trip(conference, trip)
        .map(facts -> {
          var at =
              gates
                  .find(conference, trip)
                  .map(Gates.Stored::happenedAt)
                  .or(() -> Optional.ofNullable(facts.due()));
          return at.isEmpty()
              ? List.<Gates.Site>of()
              : gates.route(conference, facts).ahead(at.get(), facts.due()).stream()
                  .filter(Route.Ahead::required)
                  .map(a -> new Gates.Site(a.stop().manifest(), 1, true, false))
                  .toList();
        })
        .orElse(List.of());
  }

  private void call(UUID conference, String trip, Gates.Site site) {
    var receive = receivers(conference, site.manifest());
    if (receive.isEmpty()) {
      room.callNobody(conference, site.manifest(), trip);
    }
    receive.stream()
        .filter(Standing::inDebt)
        .forEach(s -> room.callAtOnce(conference, s.contact(), site.manifest(), trip));
  }

  /// The reception units that receive a site's list.
  List<Standing> receivers(UUID conference, String manifest) {
    var all = standings.ofManifest(conference, manifest);
    Map<String, Contact> people =
        contacts.of(conference, all.stream().map(Standing::contact).toList());
    return all.stream()
        .filter(s -> {
          var person = people.get(s.contact());
          return person != null && person.role().equals(SITE);
        })
        .toList();
  }
}
