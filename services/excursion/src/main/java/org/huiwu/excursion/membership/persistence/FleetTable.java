package org.huiwu.excursion.membership.persistence;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiwu.excursion.membership.Bus;
import org.huiwu.excursion.membership.Fleet;
import org.huiwu.excursion.membership.Fleets;
import org.huiwu.excursion.membership.RouteStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Buses from what transport-dispatch has said of its trips, routes from our own programme.
@Repository
class FleetTable implements Fleets {
  private final JdbcTemplate jdbc;

  FleetTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Fleet of(UUID conference) {
    var buses =
        jdbc.query(
            """
            select code, route, seats, delegations from trip
            where conference = ? and kind = 'excursion' and route <> '' and not cancelled\
            """,
            (row, _) ->
                new Bus(
                    row.getString(1),
                    row.getString(2),
                    row.getInt(3),
                    Set.of((String[]) row.getArray(4).getArray())),
            conference);
    Map<String, RouteStatus> routes = new HashMap<>();
    jdbc.query(
        "select code, cancelled from route where conference = ?",
        row -> {
          routes.put(
              row.getString(1), row.getBoolean(2) ? RouteStatus.CANCELLED : RouteStatus.OPEN);
        },
        conference);
    return new Fleet(buses, routes, route -> taken(conference, route));
  }

  /// Counted in an index, less the few who have withdrawn: a route may have thousands of members.
  private Map<String, Integer> taken(UUID conference, String route) {
    Map<String, Integer> taken = new HashMap<>();
    jdbc.query(
        """
        select bus, sum(n) from (
          select bus, count(*) as n from membership
          where conference = ? and route = ? and bus <> '' and not absent
          group by bus
          union all
          select m.bus, -count(*) from participant p join membership m using (conference, person)
          where p.conference = ? and not p.attending and m.route = ? and m.bus <> '' and not m.absent
          group by m.bus
        ) seats group by bus\
        """,
        row -> {
          taken.put(row.getString(1), row.getInt(2));
        },
        conference,
        route,
        conference,
        route);
    return taken;
  }
}
