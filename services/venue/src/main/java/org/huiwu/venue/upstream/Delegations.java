package org.huiwu.venue.upstream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// The delegations that venue has heard of.
@Repository
public class Delegations {
  private final JdbcTemplate jdbc;

  Delegations(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// Names by code.
  public Map<String, String> names(UUID conference) {
    Map<String, String> names = new HashMap<>();
    jdbc.query(
        "select code, name from delegation where conference = ?",
        row -> {
          names.put(row.getString(1), row.getString(2));
        },
        conference);
    return names;
  }

  void store(UUID conference, List<Delegation> delegations) {
    jdbc.batchUpdate(
        """
        insert into delegation (conference, code, name) values (?, ?, ?)
        on conflict (conference, code) do update set name = excluded.name\
        """,
        delegations.stream().map(d -> new Object[] {conference, d.code(), d.name()}).toList());
  }
}
