package org.huiwu.accommodation.upstream;

import java.time.LocalDateTime;
import java.util.List;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Learns when people come and go.
@Component
class ItineraryListener implements StateListener<ItineraryListener.ItineraryState> {

  record ItineraryState(Leg arrival, Leg departure) {
    /// @param time local; null when unknown
    record Leg(@Nullable LocalDateTime time) {}
  }

  private final People people;

  ItineraryListener(People people) {
    this.people = people;
  }

  @Override
  public String aggregate() {
    return "registration.itinerary";
  }

  @Override
  public Class<ItineraryState> type() {
    return ItineraryState.class;
  }

  @Override
  public void on(List<UpstreamState<ItineraryState>> states, ChangeScope scope) {
    people.storeItineraries(scope.conference(), states);
    scope.touch(People.subjects(states.stream().map(UpstreamState::id).toList()));
  }
}
