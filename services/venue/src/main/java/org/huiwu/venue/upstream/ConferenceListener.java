package org.huiwu.venue.upstream;

import java.util.List;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.springframework.stereotype.Component;

/// Keeps the conference's dates. New dates matter to those whose times are not known; the first
/// ones to everybody who was known before the conference was.
@Component
class ConferenceListener implements StateListener<ConferenceDates> {
  private final Conferences conferences;
  private final People people;

  ConferenceListener(Conferences conferences, People people) {
    this.conferences = conferences;
    this.people = people;
  }

  @Override
  public String aggregate() {
    return "registration.conference";
  }

  @Override
  public Class<ConferenceDates> type() {
    return ConferenceDates.class;
  }

  @Override
  public void on(List<UpstreamState<ConferenceDates>> states, ChangeScope scope) {
    for (var state : states) {
      var before = conferences.find(scope.conference());
      conferences.store(scope.conference(), state.state());
      if (before.isEmpty()) {
        scope.touch(people.delegates(scope.conference()));
      } else if (!before.get().equals(state.state())) {
        scope.touch(people.withUnknownTimes(scope.conference()));
      }
    }
  }
}
