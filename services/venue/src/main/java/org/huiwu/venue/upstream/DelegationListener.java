package org.huiwu.venue.upstream;

import java.util.List;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.springframework.stereotype.Component;

/// Keeps what delegations are called. No seat depends on it: seats go by the people who attend, and
/// those of a cancelled delegation do not.
@Component
class DelegationListener implements StateListener<Delegation> {
  private final Delegations delegations;

  DelegationListener(Delegations delegations) {
    this.delegations = delegations;
  }

  @Override
  public String aggregate() {
    return "registration.delegation";
  }

  @Override
  public Class<Delegation> type() {
    return Delegation.class;
  }

  @Override
  public void on(List<UpstreamState<Delegation>> states, ChangeScope scope) {
    delegations.store(scope.conference(), states.stream().map(UpstreamState::state).toList());
  }
}
