package org.huiwu.catering.diet;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/// The diets of a conference's people.
@Repository
public class Diets {
  private static final RowMapper<Diet> DIET =
      (row, _) -> new Diet(row.getString(1), row.getString(2), row.getLong(3));

  private final JdbcTemplate jdbc;

  Diets(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public List<Diet> all(UUID conference) {
    return jdbc.query(
        "select person, diet, version from diet where conference = ? order by person",
        DIET,
        conference);
  }

  public Diet get(UUID conference, String person) {
    return jdbc
        .query(
            "select person, diet, version from diet where conference = ? and person = ?",
            DIET,
            conference,
            person)
        .stream()
        .findFirst()
        .orElseThrow(() -> new Missing("person-unknown", person));
  }

  /// Stores the diets of those who have none yet, and answers these.
  ///
  /// @param declared diets by person
  List<Diet> addMissing(UUID conference, Map<String, String> declared) {
    return jdbc.query(
        """
        insert into diet (conference, person, diet, version)
        select ?, p, d, 1 from unnest(?::text[], ?::text[]) as x (p, d)
        on conflict (conference, person) do nothing
        returning person, diet, version\
        """,
        DIET,
        conference,
        declared.keySet().toArray(String[]::new),
        declared.values().toArray(String[]::new));
  }

  void update(UUID conference, Diet diet) {
    jdbc.update(
        "update diet set diet = ?, version = ? where conference = ? and person = ?",
        diet.kind(),
        diet.version(),
        conference,
        diet.person());
  }
}
