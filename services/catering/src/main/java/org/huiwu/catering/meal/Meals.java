package org.huiwu.catering.meal;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/// The meals of a conference.
@Repository
public class Meals {
  private static final String SELECT =
      """
      select code, starts, cutoff, kitchen, scope, contact, cancelled, version from meal
      where conference = ?\
      """;

  private static final RowMapper<Meal> MEAL =
      (row, _) ->
          new Meal(
              row.getString(1),
              row.getObject(2, LocalDateTime.class),
              row.getObject(3, LocalDateTime.class),
              row.getString(4),
              MealScope.parse(row.getString(5)).orElseThrow(),
              row.getString(6),
              row.getBoolean(7),
              row.getLong(8));

  private final JdbcTemplate jdbc;

  Meals(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// By code, the cancelled ones too.
  public List<Meal> all(UUID conference) {
    return jdbc.query(SELECT + " order by code", MEAL, conference);
  }

  public Meal get(UUID conference, String code) {
    return of(conference, List.of(code)).stream()
        .findFirst()
        .orElseThrow(() -> new Missing("meal-unknown", code));
  }

  List<Meal> of(UUID conference, Collection<String> codes) {
    return jdbc.query(
        SELECT + " and code = any(?) order by code",
        MEAL,
        conference,
        codes.toArray(String[]::new));
  }

  void store(UUID conference, List<Meal> meals) {
    jdbc.batchUpdate(
        """
        insert into meal (conference, code, starts, cutoff, kitchen, scope, contact, cancelled, version)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (conference, code) do update
          set starts = excluded.starts, cutoff = excluded.cutoff, kitchen = excluded.kitchen,
              scope = excluded.scope, contact = excluded.contact, cancelled = excluded.cancelled,
              version = excluded.version\
        """,
        meals.stream()
            .map(m ->
                new Object[] {
                  conference,
                  m.code(),
                  m.starts(),
                  m.cutoff(),
                  m.kitchen(),
                  m.scope().text(),
                  m.contact(),
                  m.cancelled(),
                  m.version()
                })
            .toList());
  }
}
