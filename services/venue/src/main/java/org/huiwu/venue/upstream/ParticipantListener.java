package org.huiwu.venue.upstream;

import java.util.List;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.huiwu.venue.subject.Subject;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Keeps who takes part.
@Component
class ParticipantListener implements StateListener<Participant> {
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
        insert into participant (conference, person, delegation, companion, attending)
        values (?, ?, ?, ?, ?)
        on conflict (conference, person) do update
          set delegation = excluded.delegation, companion = excluded.companion,
              attending = excluded.attending\
        """,
        states.stream()
            .map(s ->
                new Object[] {
                  scope.conference(),
                  s.id(),
                  s.state().delegation(),
                  s.state().companionOf() != null,
                  s.state().attending()
                })
            .toList());
    states.forEach(s -> scope.touch(Subject.PERSON.of(s.id())));
  }
}
