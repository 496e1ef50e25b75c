package org.huiwu.accommodation.upstream;

import java.util.List;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.springframework.stereotype.Component;

/// Learns of delegations: only those that registration knows are lodged.
@Component
class DelegationListener implements StateListener<DelegationListener.DelegationState> {

  record DelegationState(String name, boolean cancelled) {}

  private final Delegations delegations;

  DelegationListener(Delegations delegations) {
    this.delegations = delegations;
  }

  @Override
  public String aggregate() {
    return "registration.delegation";
  }

  @Override
  public Class<DelegationState> type() {
    return DelegationState.class;
  }

  @Override
  public void on(List<UpstreamState<DelegationState>> states, ChangeScope scope) {
    delegations.store(scope.conference(), states);
  }
}
