package org.huiwu.transportdispatch.trip.persistence;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.huiwu.transportdispatch.trip.References;
import org.huiwu.transportdispatch.trip.Run;
import org.huiwu.transportdispatch.trip.Surroundings;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// [Surroundings] from the upstream tables.
@Repository
class JdbcSurroundings implements Surroundings {
  private final JdbcTemplate jdbc;

  JdbcSurroundings(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public References references(UUID conference) {
    return new References(
        codes("select code from known_route where conference = ? and not cancelled", conference),
        codes(
            "select code from known_delegation where conference = ? and not cancelled",
            conference));
  }

  @Override
  public Collection<String> people(UUID conference, String code, Run run) {
    return switch (run) {
      case Run.Excursion _ ->
          jdbc.queryForList(
              "select person from known_membership where conference = ? and bus = ?",
              String.class,
              conference,
              code);
      case Run.Pickup(var from, var windowFrom, var windowTo) ->
          jdbc.queryForList(
              """
              select person from known_arrival
              where conference = ? and place = ? and time >= ? and time < ?\
              """,
              String.class,
              conference,
              from,
              windowFrom,
              windowTo);
    };
  }

  private Set<String> codes(String sql, UUID conference) {
    return new HashSet<>(jdbc.queryForList(sql, String.class, conference));
  }
}
