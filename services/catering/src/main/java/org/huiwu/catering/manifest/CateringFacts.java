package org.huiwu.catering.manifest;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.catering.meal.Meal;
import org.huiwu.catering.upstream.Conferences;
import org.huiwu.catering.upstream.Lodging;
import org.huiwu.catering.upstream.Lodging.Stay;
import org.huiwu.catering.upstream.Route;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Reads the facts behind the counts: those of a conference whole (meals, routes and lodgings are
/// few), those of people one by one.
@Repository
class CateringFacts {
  private final JdbcTemplate jdbc;
  private final Conferences conferences;

  CateringFacts(JdbcTemplate jdbc, Conferences conferences) {
    this.jdbc = jdbc;
    this.conferences = conferences;
  }

  /// Empty while the conference itself is not known: then nobody can be counted.
  Optional<MealCounts> counts(UUID conference, List<Meal> meals) {
    return conferences
        .find(conference)
        .map(dates -> new MealCounts(dates, meals, routes(conference), lodgings(conference)));
  }

  List<String> people(UUID conference) {
    return jdbc.queryForList(
        "select person from participant where conference = ?", String.class, conference);
  }

  /// Those of the people who are registered; the others are not known yet.
  List<Guest> guests(UUID conference, Collection<String> people) {
    return jdbc.query(
        """
        select p.person, p.delegation, p.rank, p.companion, p.attending, i.arrival, i.departure,
          coalesce(m.route, p.expected_route), coalesce(m.absent, false), d.diet
        from participant p
          join diet d using (conference, person)
          left join itinerary i using (conference, person)
          left join membership m using (conference, person)
        where p.conference = ? and p.person = any(?)\
        """,
        (row, _) ->
            new Guest(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getBoolean(4),
                row.getBoolean(5),
                row.getObject(6, LocalDateTime.class),
                row.getObject(7, LocalDateTime.class),
                row.getString(8),
                row.getBoolean(9),
                row.getString(10)),
        conference,
        people.toArray(String[]::new));
  }

  private Map<String, Route> routes(UUID conference) {
    Map<String, Route> routes = new HashMap<>();
    jdbc.query(
        "select code, departs, returns, cancelled from route where conference = ?",
        row -> {
          routes.put(
              row.getString(1),
              new Route(
                  row.getString(1),
                  row.getObject(2, LocalDateTime.class),
                  row.getObject(3, LocalDateTime.class),
                  row.getBoolean(4)));
        },
        conference);
    return routes;
  }

  private Map<String, Lodging> lodgings(UUID conference) {
    Map<String, Lodging> lodgings = new HashMap<>();
    jdbc.query(
        "select delegation, hotel, from_date from lodging_stay where conference = ? order by delegation, n",
        row -> {
          lodgings
              .computeIfAbsent(row.getString(1), d -> new Lodging(d, new ArrayList<>()))
              .stays()
              .add(new Stay(row.getString(2), row.getObject(3, LocalDate.class)));
        },
        conference);
    return lodgings;
  }
}
