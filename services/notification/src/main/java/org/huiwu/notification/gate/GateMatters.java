package org.huiwu.notification.gate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceBook;
import org.huiwu.notification.duty.MatterKind;
import org.huiwu.notification.duty.MatterLinks;
import org.huiwu.notification.duty.OpenMatter;
import org.huiwu.notification.duty.OpenMatters;
import org.springframework.stereotype.Component;

/// Red gates whose bus has not left, on the duty room's list. Once it has left there are calls
/// instead.
@Component
class GateMatters implements OpenMatters {
  private final Gates gates;
  private final Journeys journeys;
  private final ConferenceBook conferences;

  GateMatters(Gates gates, Journeys journeys, ConferenceBook conferences) {
    this.gates = gates;
    this.journeys = journeys;
    this.conferences = conferences;
  }

  @Override
  public List<OpenMatter> of(UUID conference) {
    if (!conferences.isLive(conference)) {
      return List.of();
    }
    var stored = gates.all(conference);
    return journeys.all(conference).values().stream()
        .<OpenMatter>mapMulti((trip, matters) -> {
          var gate = stored.get(trip.code());
          if (gate != null && gate.light() == Light.RED && gate.departedAt() == null) {
            matters.accept(matter(conference, trip, gate));
          }
        })
        .toList();
  }

  private static OpenMatter matter(UUID conference, Journeys.Trip trip, Gates.Stored gate) {
    return new OpenMatter(
        MatterKind.GATE,
        "gate:" + gate.trip(),
        "gate-red",
        List.of(gate.trip()),
        null,
        gate.since(),
        trip.departs(),
        MatterLinks.gateOf(conference, gate.trip()),
        Map.of("trip", gate.trip(), "route", Objects.requireNonNullElse(trip.facts().route(), "")));
  }
}
