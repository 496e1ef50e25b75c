package org.huiwu.transportdispatch.upstream;

import java.util.List;
import java.util.UUID;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Which conferences there are.
@Component
class ConferenceListener implements StateListener<KnownConference> {
  private final JdbcTemplate jdbc;

  ConferenceListener(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String aggregate() {
    return "registration.conference";
  }

  @Override
  public Class<KnownConference> type() {
    return KnownConference.class;
  }

  @Override
  public void on(List<UpstreamState<KnownConference>> states, ChangeScope scope) {
    jdbc.batchUpdate(
        """
        insert into known_conference (conference, timezone, starts, rehearsal) values (?, ?, ?, ?)
        on conflict (conference) do update set timezone = excluded.timezone, starts = excluded.starts,
          rehearsal = excluded.rehearsal\
        """,
        states.stream().map(s -> values(UUID.fromString(s.id()), s.state())).toList());
  }

  private static Object[] values(UUID id, KnownConference state) {
    return new Object[] {id, state.timezone().getId(), state.starts(), state.rehearsal()};
  }
}
