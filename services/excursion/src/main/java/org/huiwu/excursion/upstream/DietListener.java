package org.huiwu.excursion.upstream;

import java.util.List;
import org.huiwu.excursion.subject.Subject;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Learns what people eat: catering owns it, the sites' lists show it.
@Component
class DietListener implements StateListener<DietListener.DietState> {

  record DietState(String diet) {}

  private final JdbcTemplate jdbc;

  DietListener(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
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
    jdbc.batchUpdate(
        """
        insert into diet (conference, person, diet) values (?, ?, ?)
        on conflict (conference, person) do update set diet = excluded.diet\
        """,
        states.stream()
            .map(s -> new Object[] {scope.conference(), s.id(), s.state().diet()})
            .toList());
    states.forEach(s -> scope.touch(Subject.PERSON.of(s.id())));
  }
}
