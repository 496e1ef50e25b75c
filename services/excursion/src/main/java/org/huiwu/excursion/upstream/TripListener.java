package org.huiwu.excursion.upstream;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.huiwu.excursion.membership.Boarding;
import org.huiwu.excursion.membership.messaging.Published;
import org.huiwu.excursion.programme.persistence.Stops;
import org.huiwu.excursion.subject.Subject;
import org.huiwu.platform.messaging.ChangeScope;
import org.huiwu.platform.messaging.StateListener;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Learns of trips: the excursion buses take members, and their plates head the sites' lists.
@Component
class TripListener implements StateListener<TripListener.TripState> {

  record TripState(
      String code,
      String kind,
      String plate,
      int seats,
      String route,
      @Nullable LocalDateTime departs,
      List<String> delegations,
      boolean cancelled) {}

  private final JdbcTemplate jdbc;
  private final Stops stops;
  private final Boarding boarding;

  TripListener(JdbcTemplate jdbc, Stops stops, Boarding boarding) {
    this.jdbc = jdbc;
    this.stops = stops;
    this.boarding = boarding;
  }

  @Override
  public String aggregate() {
    return "transport-dispatch.trip";
  }

  @Override
  public Class<TripState> type() {
    return TripState.class;
  }

  @Override
  public void on(List<UpstreamState<TripState>> states, ChangeScope scope) {
    var conference = scope.conference();
    var trips = states.stream().map(UpstreamState::id).toList();
    Set<String> routes = new TreeSet<>(routes(conference, trips));
    store(conference, states);
    states.forEach(s -> routes.add(s.state().route()));
    boarding.tripsChanged(conference, trips, new Published(scope));
    stops.onRoutes(conference, routes).forEach(stop -> scope.touch(Subject.STOP.of(stop.code())));
  }

  private List<String> routes(UUID conference, Collection<String> trips) {
    return jdbc.queryForList(
        "select distinct route from trip where conference = ? and code = any(?)",
        String.class,
        conference,
        trips.toArray(String[]::new));
  }

  private void store(UUID conference, List<UpstreamState<TripState>> states) {
    jdbc.batchUpdate(
        """
        insert into trip (conference, code, kind, plate, seats, route, departs, delegations, cancelled)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (conference, code) do update
          set kind = excluded.kind, plate = excluded.plate, seats = excluded.seats, route = excluded.route,
              departs = excluded.departs, delegations = excluded.delegations, cancelled = excluded.cancelled\
        """,
        states,
        states.size(),
        (insert, s) -> bind(insert, conference, s));
  }

  private static void bind(PreparedStatement insert, UUID conference, UpstreamState<TripState> s)
      throws SQLException {
    var trip = s.state();
    insert.setObject(1, conference);
    insert.setString(2, s.id());
    insert.setString(3, trip.kind());
    insert.setString(4, trip.plate());
    insert.setInt(5, trip.seats());
    insert.setString(6, trip.route());
    insert.setObject(7, trip.departs());
    insert.setArray(
        8,
        insert.getConnection().createArrayOf("text", new TreeSet<>(trip.delegations()).toArray()));
    insert.setBoolean(9, trip.cancelled());
  }
}
