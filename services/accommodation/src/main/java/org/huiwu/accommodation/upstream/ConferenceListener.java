package org.huiwu.accommodation.upstream;

import java.time.LocalDateTime;
import java.util.List;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.springframework.stereotype.Component;

/// Learns of conferences: when they start and end is the nights of those whose own times are
/// unknown.
@Component
class ConferenceListener implements StateListener<ConferenceListener.ConferenceState> {

  /// @param starts local
  /// @param ends local
  record ConferenceState(LocalDateTime starts, LocalDateTime ends) {}

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
  public Class<ConferenceState> type() {
    return ConferenceState.class;
  }

  @Override
  public void on(List<UpstreamState<ConferenceState>> states, ChangeScope scope) {
    for (var s : states) {
      var conference = scope.conference();
      var before = conferences.find(conference);
      conferences.store(conference, s.state());
      if (before.isEmpty()) {
        scope.touch(People.subjects(people.all(conference)));
      } else if (!before.get().equals(s.state())) {
        scope.touch(People.subjects(people.withUnknownTimes(conference)));
      }
    }
  }
}
