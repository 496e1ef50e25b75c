package org.huiwu.catering.upstream;

import java.util.List;
import org.huiwu.catering.subject.Subject;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Keeps arrival and departure times.
@Component
class ItineraryListener implements StateListener<Itinerary> {
  private final JdbcTemplate jdbc;

  ItineraryListener(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String aggregate() {
    return "registration.itinerary";
  }

  @Override
  public Class<Itinerary> type() {
    return Itinerary.class;
  }

  @Override
  public void on(List<UpstreamState<Itinerary>> states, ChangeScope scope) {
    jdbc.batchUpdate(
        """
        insert into itinerary (conference, person, arrival, departure) values (?, ?, ?, ?)
        on conflict (conference, person) do update
          set arrival = excluded.arrival, departure = excluded.departure\
        """,
        states.stream()
            .map(s ->
                new @Nullable Object[] {
                  scope.conference(),
                  s.id(),
                  s.state().arrival().time(),
                  s.state().departure().time()
                })
            .toList());
    states.forEach(s -> scope.touch(Subject.PERSON.of(s.id())));
  }
}
