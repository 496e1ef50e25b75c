package org.huiwu.excursion.upstream;

import java.util.List;
import java.util.UUID;
import org.huiwu.excursion.membership.Boarding;
import org.huiwu.excursion.membership.messaging.Published;
import org.huiwu.excursion.subject.Subject;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Learns of people: who they are, whether they attend, and the wish that seeds their membership.
@Component
class ParticipantListener implements StateListener<ParticipantListener.ParticipantState> {

  record ParticipantState(
      String delegation,
      String name,
      int rank,
      @Nullable String companionOf,
      boolean attending,
      String requestedRoute,
      boolean routeAsHost,
      @Nullable String substituteFor,
      String declaredDiet) {}

  private final JdbcTemplate jdbc;
  private final Boarding boarding;

  ParticipantListener(JdbcTemplate jdbc, Boarding boarding) {
    this.jdbc = jdbc;
    this.boarding = boarding;
  }

  @Override
  public String aggregate() {
    return "registration.participant";
  }

  @Override
  public Class<ParticipantState> type() {
    return ParticipantState.class;
  }

  @Override
  public void on(List<UpstreamState<ParticipantState>> states, ChangeScope scope) {
    store(scope.conference(), states);
    var people = states.stream().map(UpstreamState::id).toList();
    boarding.peopleKnown(scope.conference(), people, new Published(scope));
    people.forEach(p -> scope.touch(Subject.PERSON.of(p)));
  }

  /// `n` stays what it was when the person became known: the order of registration.
  private void store(UUID conference, List<UpstreamState<ParticipantState>> states) {
    List<@Nullable Object[]> rows = states.stream().map(s -> row(conference, s)).toList();
    jdbc.batchUpdate(
        """
        insert into participant (conference, person, delegation, name, rank, attending,
          companion_of, substitute_for, requested_route, route_as_host, declared_diet)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (conference, person) do update
          set delegation = excluded.delegation, name = excluded.name, rank = excluded.rank,
              attending = excluded.attending, companion_of = excluded.companion_of,
              substitute_for = excluded.substitute_for, requested_route = excluded.requested_route,
              route_as_host = excluded.route_as_host, declared_diet = excluded.declared_diet\
        """,
        rows);
  }

  private static @Nullable Object[] row(UUID conference, UpstreamState<ParticipantState> s) {
    var p = s.state();
    return new @Nullable Object[] {
      conference,
      s.id(),
      p.delegation(),
      p.name(),
      p.rank(),
      p.attending(),
      p.companionOf(),
      p.substituteFor(),
      p.requestedRoute(),
      p.routeAsHost(),
      p.declaredDiet()
    };
  }
}
