package org.huiwu.transportdispatch.upstream;

import java.util.List;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.huiwu.transportdispatch.subject.Subject;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Which excursion bus people are on.
@Component
class MembershipListener implements StateListener<MembershipListener.Membership> {

  /// @param bus a trip's code, empty for none
  record Membership(String bus, boolean absent) {}

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
        insert into known_membership (conference, person, bus, absent) values (?, ?, ?, ?)
        on conflict (conference, person) do update set bus = excluded.bus, absent = excluded.absent\
        """,
        states.stream()
            .map(
                s -> new Object[] {scope.conference(), s.id(), s.state().bus(), s.state().absent()})
            .toList());
    states.forEach(s -> scope.touch(Subject.PERSON.of(s.id())));
  }
}
