package org.huiwu.registration.upstream;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// What other desks have made of the route and the diet that registration seeded them with. Only
/// what differs is kept: fifty thousand who were placed as they asked are no news.
@Repository
public class OtherDesks {
  private final JdbcTemplate jdbc;

  OtherDesks(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// The routes of those who are on another than they asked for; empty for none.
  public Map<String, String> routes(UUID conference, Collection<String> persons) {
    return found("known_membership", "route", conference, persons);
  }

  /// The diets of those who have another than they declared.
  public Map<String, String> diets(UUID conference, Collection<String> persons) {
    return found("known_diet", "diet", conference, persons);
  }

  void routesAre(UUID conference, List<String> persons, List<String> routes) {
    store(
        "known_membership",
        "route",
        "p.requested_route",
        "p.route_as_host",
        conference,
        persons,
        routes);
  }

  void dietsAre(UUID conference, List<String> persons, List<String> diets) {
    store("known_diet", "diet", "p.declared_diet", "false", conference, persons, diets);
  }

  private Map<String, String> found(
      String table, String column, UUID conference, Collection<String> persons) {
    Map<String, String> found = new HashMap<>();
    jdbc.query(
        "select person, "
            + column
            + " from "
            + table
            + " where conference = ? and person = any (?)",
        row -> {
          found.put(row.getString(1), row.getString(2));
        },
        conference,
        persons.toArray(String[]::new));
    return found;
  }

  private void store(
      String table,
      String column,
      String seed,
      String always,
      UUID conference,
      List<String> persons,
      List<String> values) {
    var ids = persons.toArray(String[]::new);
    jdbc.update(
        "delete from " + table + " where conference = ? and person = any (?)", conference, ids);
    jdbc.update(
        "insert into "
            + table
            + " (conference, person, "
            + column
            + ") select ?, u.person, u.value from unnest(?, ?) as u (person, value)"
            + " left join participant p on p.conference = ? and p.person = u.person where p.person is null or "
            + always
            + " or "
            + seed
            + " <> u.value",
        conference,
        ids,
        values.toArray(String[]::new),
        conference);
  }
}
