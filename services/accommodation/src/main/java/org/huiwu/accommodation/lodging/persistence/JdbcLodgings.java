package org.huiwu.accommodation.lodging.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.accommodation.lodging.Lodging;
import org.huiwu.accommodation.lodging.Lodgings;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Lodgings in PostgreSQL.
@Repository
class JdbcLodgings implements Lodgings {
  private static final String SELECT =
      "select delegation, stays::text, version from lodging where conference = ?";
  private static final TypeReference<List<Lodging.Stay>> STAYS = new TypeReference<>() {};

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  JdbcLodgings(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public List<Lodging> all(UUID conference) {
    return jdbc.query(SELECT + " order by delegation", (row, _) -> lodging(row), conference);
  }

  @Override
  public List<Lodging> of(UUID conference, Collection<String> delegations) {
    return delegations.isEmpty()
        ? List.of()
        : jdbc.query(
            SELECT + " and delegation = any(?)",
            (row, _) -> lodging(row),
            conference,
            delegations.toArray(String[]::new));
  }

  @Override
  public Optional<Lodging> find(UUID conference, String delegation) {
    return of(conference, List.of(delegation)).stream().findFirst();
  }

  @Override
  public void save(UUID conference, Collection<Lodging> lodgings) {
    jdbc.batchUpdate(
        """
        insert into lodging (conference, delegation, stays, version) values (?, ?, ?::jsonb, ?)
        on conflict (conference, delegation) do update set
          stays = excluded.stays, version = excluded.version\
        """,
        lodgings.stream()
            .map(l ->
                new Object[] {
                  conference, l.delegation(), json.writeValueAsString(l.stays()), l.version()
                })
            .toList());
  }

  private Lodging lodging(ResultSet row) throws SQLException {
    return new Lodging(row.getString(1), json.readValue(row.getString(2), STAYS), row.getLong(3));
  }
}
