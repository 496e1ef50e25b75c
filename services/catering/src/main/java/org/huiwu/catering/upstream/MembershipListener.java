package org.huiwu.catering.upstream;

import java.util.List;
import org.huiwu.catering.subject.Subject;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Keeps who is on which route, and who was called absent. That somebody is where they were
/// expected is no news to the counts.
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
    jdbc.query(
        """
        with said as (
          select ?::uuid as conference, u.* from unnest(?::text[], ?::text[], ?::boolean[]) as u (person, route, absent)
        ), kept as (
          insert into membership (conference, person, route, absent) select * from said
          on conflict (conference, person) do update
            set route = excluded.route, absent = excluded.absent
        )
        select person from said s
          left join participant p using (conference, person)
          left join membership m using (conference, person)
        where s.route is distinct from coalesce(m.route, p.expected_route)
          or s.absent <> coalesce(m.absent, false)\
        """,
        row -> {
          scope.touch(Subject.PERSON.of(row.getString(1)));
        },
        scope.conference(),
        states.stream().map(UpstreamState::id).toArray(String[]::new),
        states.stream().map(s -> s.state().route()).toArray(String[]::new),
        states.stream().map(s -> s.state().absent()).toArray(Boolean[]::new));
  }
}
