package org.huiwu.registration.upstream;

import java.util.List;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.springframework.stereotype.Component;

/// Learns what excursion makes of the route that registration seeded it with: a corrected roster is
/// held against what is true, and what a clerk was asked may be answered by it.
@Component
class MembershipListener implements StateListener<MembershipState> {
  private final OtherDesks desks;
  private final FieldsOfOthers asked;

  MembershipListener(OtherDesks desks, FieldsOfOthers asked) {
    this.desks = desks;
    this.asked = asked;
  }

  @Override
  public String aggregate() {
    return "excursion.membership";
  }

  @Override
  public Class<MembershipState> type() {
    return MembershipState.class;
  }

  @Override
  public void on(List<UpstreamState<MembershipState>> states, ChangeScope scope) {
    var persons = states.stream().map(UpstreamState::id).toList();
    var values = states.stream().map(s -> s.state().route()).toList();
    desks.routesAre(scope.conference(), persons, values);
    asked.said(scope.conference(), "route", "excursion", persons, values);
  }
}
