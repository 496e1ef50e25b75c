package org.huiwu.catering.upstream;

import java.util.ArrayList;
import java.util.List;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Keeps where delegations lodge. It concerns everybody of the delegation.
@Component
class LodgingListener implements StateListener<Lodging> {
  private final JdbcTemplate jdbc;
  private final People people;

  LodgingListener(JdbcTemplate jdbc, People people) {
    this.jdbc = jdbc;
    this.people = people;
  }

  @Override
  public String aggregate() {
    return "accommodation.lodging";
  }

  @Override
  public Class<Lodging> type() {
    return Lodging.class;
  }

  @Override
  public void on(List<UpstreamState<Lodging>> states, ChangeScope scope) {
    var delegations = states.stream().map(s -> s.state().delegation()).toList();
    jdbc.update(
        "delete from lodging_stay where conference = ? and delegation = any(?)",
        scope.conference(),
        delegations.toArray(String[]::new));
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (var state : states) {
      var stays = state.state().stays();
      for (int n = 0; n < stays.size(); n++) {
        rows.add(
            new @Nullable Object[] {
              scope.conference(),
              state.state().delegation(),
              n,
              stays.get(n).hotel(),
              stays.get(n).from()
            });
      }
    }
    jdbc.batchUpdate(
        "insert into lodging_stay (conference, delegation, n, hotel, from_date) values (?, ?, ?, ?, ?)",
        rows);
    scope.touch(people.ofDelegations(scope.conference(), delegations));
  }
}
