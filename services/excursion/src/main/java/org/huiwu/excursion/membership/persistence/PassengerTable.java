package org.huiwu.excursion.membership.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.huiwu.excursion.membership.Passenger;
import org.huiwu.excursion.membership.Passengers;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Passengers, read from what registration has said of its participants.
@Repository
class PassengerTable implements Passengers {
  private static final String SELECT =
      """
      select p.person, p.n, p.delegation, p.attending, p.companion_of, p.requested_route, p.route_as_host, p.substitute_for
      from participant p where p.conference = ? and
      """;

  private final JdbcTemplate jdbc;

  PassengerTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Passenger> of(UUID conference, Collection<String> people) {
    return jdbc.query(
        SELECT + "p.person = any(?)",
        (row, _) -> passenger(row),
        conference,
        people.toArray(String[]::new));
  }

  @Override
  public List<Passenger> waitingFor(UUID conference, Collection<String> people) {
    var others = people.toArray(String[]::new);
    return jdbc.query(
        SELECT
            + """
            (p.companion_of = any(?) or p.substitute_for = any(?))
            and not exists (select 1 from membership m where m.conference = p.conference and m.person = p.person)\
            """,
        (row, _) -> passenger(row),
        conference,
        others,
        others);
  }

  private static Passenger passenger(ResultSet row) throws SQLException {
    return new Passenger(
        row.getString("person"),
        row.getLong("n"),
        row.getString("delegation"),
        row.getBoolean("attending"),
        row.getString("companion_of"),
        row.getString("requested_route"),
        row.getBoolean("route_as_host"),
        row.getString("substitute_for"));
  }
}
