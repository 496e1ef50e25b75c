package org.huiwu.accommodation.upstream;

import java.util.List;
import org.huiwu.accommodation.person.Gender;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Learns of people: who they are, whose companion, whether they attend.
@Component
class ParticipantListener implements StateListener<ParticipantListener.ParticipantState> {

  /// @param companionOf the host's id
  /// @param substituteFor the id of the person whose place this one has taken
  record ParticipantState(
      String delegation,
      String name,
      Gender gender,
      int rank,
      @Nullable String companionOf,
      boolean attending,
      @Nullable String substituteFor) {}

  private final People people;

  ParticipantListener(People people) {
    this.people = people;
  }

  @Override
  public String aggregate() {
    return "registration.participant";
  }

  @Override
  public Class<ParticipantState> type() {
    return ParticipantState.class;
  }

  @Override
  public void on(List<UpstreamState<ParticipantState>> states, ChangeScope scope) {
    people.store(scope.conference(), states);
    scope.touch(People.subjects(states.stream().map(UpstreamState::id).toList()));
  }
}
