package org.huiwu.notification.gate;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.escalation.CallRoom;
import org.huiwu.notification.escalation.LadderSchedule;
import org.huiwu.notification.gate.Receivers.Receiver;
import org.huiwu.notification.ripple.SettledListener;
import org.huiwu.notification.standing.AcknowledgementListener;
import org.huiwu.notification.standing.Standing;
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

  /// What the live stream says of a gate.
  record Told(String trip, Light light) {}

  private final Gates gates;
  private final Journeys journeys;
  private final ConferenceBook conferences;
  private final LadderSchedule schedule;
  private final Receivers receivers;
  private final CallRoom room;
  private final ConferenceStream stream;

  GateKeeper(
      Gates gates,
      Journeys journeys,
      ConferenceBook conferences,
      LadderSchedule schedule,
      Receivers receivers,
      CallRoom room,
      ConferenceStream stream) {
    this.gates = gates;
    this.journeys = journeys;
    this.conferences = conferences;
    this.schedule = schedule;
    this.receivers = receivers;
    this.room = room;
    this.stream = stream;
  }

  @Override
  public void on(UUID conference, RollCallHeard rollCall) {
    if (gates.open(conference, rollCall)) {
      journeys.find(conference, rollCall.trip()).ifPresent(trip -> seeLeaving(conference, trip));
      if (conferences.isLive(conference)) {
        stream.append(conference, "gate-changed", new Told(rollCall.trip(), Light.EVALUATING));
      }
    }
  }

  @Override
  public void on(UUID conference, UUID root) {
    var called = gates.of(conference, root);
    if (called.isEmpty()) {
      return;
    }
    for (var gate : called) {
      var trip = journeys.find(conference, gate.trip());
      if (trip.isEmpty()) {
        continue;
      }
      var ahead = trip.get().journey().ahead(gate.happenedAt());
      gates.settle(conference, gate.trip(), ahead);
      schedule.reschedule(conference, ahead.stream().map(a -> a.stop().manifest()).toList());
      if (gate.departedAt() != null) {
        callForThose(conference, trip.get(), gate.departedAt());
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
    if (manifests.stream().noneMatch(m -> m.startsWith("trip:") || m.startsWith("site:"))) {
      return;
    }
    reroute(conference);
    if (!conferences.isLive(conference)) {
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

  /// A stop is cancelled, is of another route or at another time, or there is a new one: the buses
  /// that have not left wait for those that they go to now.
  private void reroute(UUID conference) {
    var waiting =
        gates.all(conference).values().stream()
            .filter(g -> g.settled() && g.departedAt() == null)
            .toList();
    if (waiting.isEmpty()) {
      return;
    }
    var trips = journeys.all(conference);
    var sites = gates.sites(conference);
    for (var gate : waiting) {
      var trip = trips.get(gate.trip());
      if (trip != null) {
        var before = required(sites.getOrDefault(gate.trip(), List.of()));
        var ahead = trip.journey().ahead(gate.happenedAt());
        var now =
            ahead.stream()
                .collect(Collectors.toMap(a -> a.stop().manifest(), Journey.Ahead::required));
        if (!now.equals(before)) {
          gates.reroute(conference, gate.trip(), ahead);
          schedule.reschedule(
              conference,
              Stream.concat(now.keySet().stream(), before.keySet().stream()).distinct().toList());
        }
      }
    }
  }

  private static Map<String, Boolean> required(List<Gates.Site> sites) {
    return sites.stream().collect(Collectors.toMap(Gates.Site::manifest, Gates.Site::required));
  }

  /// Inside a transaction under the conference's lock.
  void tellWhatChanged(UUID conference) {
    var changed = gates.changed(conference);
    changed.forEach(g -> stream.append(conference, "gate-changed", new Told(g.trip(), g.light())));
    if (changed.stream().anyMatch(g -> g.light() == Light.GREEN)) {
      room.callNoMore(
          conference,
          gates.all(conference).values().stream()
              .filter(g -> g.light() == Light.GREEN)
              .map(Gates.Stored::trip)
              .collect(Collectors.toSet()));
    }
  }

  /// The gate of a trip at some time, local to the conference; empty when the roll has not been
  /// called for that part of its journey.
  Optional<Gates.Stored> gate(UUID conference, Journeys.Trip trip, LocalDateTime at) {
    return gates
        .find(conference, trip.code())
        .filter(g -> trip.journey().holds(g.happenedAt(), at));
  }

  /// The bus has left: its sites are expected at its arrival again.
  void departed(UUID conference, Journeys.Trip trip) {
    seeLeaving(conference, trip);
    schedule.reschedule(
        conference,
        gates.sites(conference, trip.code()).stream().map(Gates.Site::manifest).toList());
  }

  private void seeLeaving(UUID conference, Journeys.Trip trip) {
    gates
        .find(conference, trip.code())
        .ifPresent(g ->
            gates.depart(
                conference, trip.code(), trip.journey().leftWith(g.happenedAt()).orElse(null)));
  }

  /// A bus is on its way to sites that do not know who is aboard: the duty room calls each of them
  /// at once.
  ///
  /// @param at when it left, local to the conference
  /// @return the manifests of the sites that it has to call
  List<String> callForThose(UUID conference, Journeys.Trip trip, LocalDateTime at) {
    if (!conferences.isLive(conference)) {
      return List.of();
    }
    var gate = gate(conference, trip, at);
    return switch (gate.map(Gates.Stored::light).orElse(Light.NO_ROLL_CALL)) {
      case GREEN -> List.of();
      case RED ->
          gates.sites(conference, trip.code()).stream()
              .filter(s -> s.required() && !s.acknowledged())
              .map(Gates.Site::manifest)
              .filter(site -> call(conference, trip.code(), site, false))
              .toList();
      // whatever the sites have acknowledged, it is not who is aboard
      case NOT_LIVE, NO_ROLL_CALL, EVALUATING ->
          trip.journey().ahead(gate.map(Gates.Stored::happenedAt).orElse(at)).stream()
              .filter(Journey.Ahead::required)
              .map(a -> a.stop().manifest())
              .filter(site -> call(conference, trip.code(), site, true))
              .toList();
    };
  }

  /// @param anyhow also whoever has acknowledged all that they were told
  /// @return whether there is a call to make
  private boolean call(UUID conference, String trip, String site, boolean anyhow) {
    var receive = receivers.of(conference, site);
    if (receive.isEmpty()) {
      room.callNobody(conference, site, trip);
      return true;
    }
    var toCall =
        receive.stream().map(Receiver::standing).filter(s -> anyhow || s.inDebt()).toList();
    toCall.forEach(s -> room.callAtOnce(conference, s.contact(), site, trip));
    return !toCall.isEmpty();
  }
}
