package org.huiwu.transportdispatch.upstream;

import java.util.List;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Which delegations a trip's plan may name.
@Component
class DelegationListener implements StateListener<DelegationListener.Delegation> {
  record Delegation(boolean cancelled) {}

  private final JdbcTemplate jdbc;

  DelegationListener(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
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
    jdbc.batchUpdate(
        """
        insert into known_delegation (conference, code, cancelled) values (?, ?, ?)
        on conflict (conference, code) do update set cancelled = excluded.cancelled\
        """,
        states.stream()
            .map(s -> new Object[] {scope.conference(), s.id(), s.state().cancelled()})
            .toList());
  }
}
