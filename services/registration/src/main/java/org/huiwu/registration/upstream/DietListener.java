package org.huiwu.registration.upstream;

import java.util.List;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.springframework.stereotype.Component;

/// Learns what catering makes of the diet that registration seeded it with: a corrected roster is
/// held against what is true, and what a clerk was asked may be answered by it.
@Component
class DietListener implements StateListener<DietState> {
  private final OtherDesks desks;
  private final FieldsOfOthers asked;

  DietListener(OtherDesks desks, FieldsOfOthers asked) {
    this.desks = desks;
    this.asked = asked;
  }

  @Override
  public String aggregate() {
    return "catering.diet";
  }

  @Override
  public Class<DietState> type() {
    return DietState.class;
  }

  @Override
  public void on(List<UpstreamState<DietState>> states, ChangeScope scope) {
    var persons = states.stream().map(UpstreamState::id).toList();
    var values = states.stream().map(s -> s.state().diet()).toList();
    desks.dietsAre(scope.conference(), persons, values);
    asked.said(scope.conference(), "diet", "catering", persons, values);
  }
}
