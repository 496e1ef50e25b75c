package org.huiwu.transportdispatch.upstream;

import java.util.List;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.huiwu.transportdispatch.subject.Subject;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Who takes part: delegates and companions alike.
@Component
class ParticipantListener implements StateListener<ParticipantListener.Participant> {
  record Participant(String delegation, String name, int rank, boolean attending) {}

  private final JdbcTemplate jdbc;

  ParticipantListener(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
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
        insert into known_participant (conference, person, delegation, name, rank, attending) values (?, ?, ?, ?, ?, ?)
        on conflict (conference, person) do update set delegation = excluded.delegation, name = excluded.name,
          rank = excluded.rank, attending = excluded.attending\
        """,
        states.stream()
            .map(s ->
                new Object[] {
                  scope.conference(),
                  s.id(),
                  s.state().delegation(),
                  s.state().name(),
                  s.state().rank(),
                  s.state().attending()
                })
            .toList());
    states.forEach(s -> scope.touch(Subject.PERSON.of(s.id())));
  }
}
