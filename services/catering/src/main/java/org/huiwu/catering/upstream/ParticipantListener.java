package org.huiwu.catering.upstream;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiwu.catering.diet.Dietetics;
import org.huiwu.catering.subject.Subject;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Keeps who takes part, and seeds the diets of those who are new.
@Component
class ParticipantListener implements StateListener<Participant> {
  private final JdbcTemplate jdbc;
  private final Dietetics dietetics;

  ParticipantListener(JdbcTemplate jdbc, Dietetics dietetics) {
    this.jdbc = jdbc;
    this.dietetics = dietetics;
  }

  @Override
  public String aggregate() {
    return "registration.participant";
  }

  @Override
  public Class<Participant> type() {
    return Participant.class;
  }

  @Override
  public void on(List<UpstreamState<Participant>> states, ChangeScope scope) {
    jdbc.batchUpdate(
        """
        insert into participant (conference, person, delegation, rank, companion, attending, expected_route)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (conference, person) do update
          set delegation = excluded.delegation, rank = excluded.rank,
              companion = excluded.companion, attending = excluded.attending,
              expected_route = excluded.expected_route\
        """,
        states.stream()
            .map(s ->
                new Object[] {
                  scope.conference(),
                  s.id(),
                  s.state().delegation(),
                  s.state().rank(),
                  s.state().companionOf() != null,
                  s.state().attending(),
                  s.state().expectedRoute()
                })
            .toList());
    Map<String, String> declared = new LinkedHashMap<>();
    states.forEach(s -> declared.put(s.id(), s.state().declaredDiet()));
    dietetics.seed(scope, declared);
    states.forEach(s -> scope.touch(Subject.PERSON.of(s.id())));
  }
}
