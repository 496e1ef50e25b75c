package org.huiwu.accommodation.rooming.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiwu.accommodation.lodging.Lodging;
import org.huiwu.accommodation.lodging.Lodgings;
import org.huiwu.accommodation.person.Gender;
import org.huiwu.accommodation.rooming.Visitor;
import org.huiwu.accommodation.rooming.Visitors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/// Visitors in PostgreSQL: upstream's tables joined.
@Repository
class JdbcVisitors implements Visitors {
  private static final String SELECT =
      """
      select p.person, p.n, p.delegation, p.gender, p.rank, p.companion_of, p.substitute_for,
        coalesce(i.arrival, c.starts), coalesce(i.departure, c.ends)
      from participant p
      join itinerary i on i.conference = p.conference and i.person = p.person
      join conference c on c.conference = p.conference
      where p.conference = ? and p.attending\
      """;

  private static final RowMapper<Visitor> VISITOR = (row, _) -> visitor(row);

  private final JdbcTemplate jdbc;
  private final Lodgings lodgings;

  JdbcVisitors(JdbcTemplate jdbc, Lodgings lodgings) {
    this.jdbc = jdbc;
    this.lodgings = lodgings;
  }

  @Override
  public List<Visitor> of(UUID conference, Collection<String> persons) {
    return withLodging(
        conference,
        jdbc.query(
            SELECT + " and p.person = any(?)",
            VISITOR,
            conference,
            persons.toArray(String[]::new)));
  }

  @Override
  public List<Visitor> ofDelegations(UUID conference, Collection<String> delegations) {
    return withLodging(
        conference,
        jdbc.query(
            SELECT + " and p.delegation = any(?) order by p.n",
            VISITOR,
            conference,
            delegations.toArray(String[]::new)));
  }

  @Override
  public Set<String> cancelledHotels(UUID conference) {
    return new HashSet<>(
        jdbc.queryForList(
            "select code from hotel where conference = ? and cancelled", String.class, conference));
  }

  private List<Visitor> withLodging(UUID conference, List<Visitor> visitors) {
    Set<String> delegations = new HashSet<>();
    visitors.forEach(v -> delegations.add(v.delegation()));
    Map<String, Lodging> byDelegation = new HashMap<>();
    lodgings.of(conference, delegations).forEach(l -> byDelegation.put(l.delegation(), l));
    return visitors.stream().map(v -> v.lodgedBy(byDelegation.get(v.delegation()))).toList();
  }

  private static Visitor visitor(ResultSet row) throws SQLException {
    return new Visitor(
        row.getString(1),
        row.getLong(2),
        row.getString(3),
        Gender.valueOf(row.getString(4)),
        row.getInt(5),
        row.getString(6),
        row.getString(7),
        row.getObject(8, LocalDateTime.class),
        row.getObject(9, LocalDateTime.class),
        null);
  }
}
