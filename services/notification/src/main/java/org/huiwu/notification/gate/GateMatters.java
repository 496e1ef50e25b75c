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
  private final ConferenceBook conferences;

  GateMatters(Gates gates, ConferenceBook conferences) {
    this.gates = gates;
    this.conferences = conferences;
  }

  @Override
  public List<OpenMatter> of(UUID conference) {
    return conferences.isLive(conference)
        ? gates.trips(conference).stream()
            .flatMap(trip ->
                gates
                    .find(conference, trip.code())
                    .filter(g -> g.light() == Light.RED && g.departedAt() == null)
                    .map(g ->
                        new OpenMatter(
                            MatterKind.GATE,
                            "gate:" + g.trip(),
                            "gate-red",
                            List.of(g.trip()),
                            null,
                            g.since(),
                            trip.due(),
                            MatterLinks.gateOf(conference, g.trip()),
                            Map.of(
                                "trip",
                                g.trip(),
                                "route",
                                Objects.requireNonNullElse(trip.route(), ""))))
                    .stream())
            .toList()
        : List.of();
  }
}
