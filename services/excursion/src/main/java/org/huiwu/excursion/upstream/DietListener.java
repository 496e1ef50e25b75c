package org.huiwu.excursion.upstream;

import java.util.List;
import org.huiwu.excursion.subject.Subject;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Learns what people eat: catering owns it, the sites' lists show it. That somebody eats what they
/// declared is no news to the lists.
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
    jdbc.query(
        """
        with said as (
          select ?::uuid as conference, u.* from unnest(?::text[], ?::text[]) as u (person, diet)
        ), kept as (
          insert into diet (conference, person, diet) select * from said
          on conflict (conference, person) do update set diet = excluded.diet
        )
        select person from said s
          left join participant p using (conference, person)
          left join diet d using (conference, person)
        where s.diet is distinct from coalesce(d.diet, p.declared_diet)\
        """,
        row -> {
          scope.touch(Subject.PERSON.of(row.getString(1)));
        },
        scope.conference(),
        states.stream().map(UpstreamState::id).toArray(String[]::new),
        states.stream().map(s -> s.state().diet()).toArray(String[]::new));
  }
}
