package org.huiwu.transportdispatch.upstream;

import java.time.LocalDateTime;
import java.util.List;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.huiwu.transportdispatch.subject.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// When, where and with what people arrive.
@Component
class ItineraryListener implements StateListener<ItineraryListener.Itinerary> {
  record Itinerary(Leg arrival) {}

  /// @param time local to the conference, null when it is not known
  /// @param place empty when it is not known
  /// @param number of the flight or train, empty when it is not known
  record Leg(@Nullable LocalDateTime time, String place, String number) {}

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
        insert into known_arrival (conference, person, time, place, number) values (?, ?, ?, ?, ?)
        on conflict (conference, person) do update set time = excluded.time, place = excluded.place,
          number = excluded.number\
        """,
        states.stream()
            .map(s ->
                new @Nullable Object[] {
                  scope.conference(),
                  s.id(),
                  s.state().arrival().time(),
                  s.state().arrival().place(),
                  s.state().arrival().number()
                })
            .toList());
    states.forEach(s -> scope.touch(Subject.PERSON.of(s.id())));
  }
}
