package org.huiwu.catering.upstream;

import java.util.List;
import org.huiwu.catering.subject.Subject;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Keeps who is on which route, and who was called absent.
@Component
class MembershipListener implements StateListener<Membership> {
  private final JdbcTemplate jdbc;

  MembershipListener(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String aggregate() {
    return "excursion.membership";
  }

  @Override
  public Class<Membership> type() {
    return Membership.class;
  }

  @Override
  public void on(List<UpstreamState<Membership>> states, ChangeScope scope) {
    jdbc.batchUpdate(
        """
        insert into membership (conference, person, route, absent) values (?, ?, ?, ?)
        on conflict (conference, person) do update
          set route = excluded.route, absent = excluded.absent\
        """,
        states.stream()
            .map(s ->
                new Object[] {scope.conference(), s.id(), s.state().route(), s.state().absent()})
            .toList());
    states.forEach(s -> scope.touch(Subject.PERSON.of(s.id())));
  }
}
