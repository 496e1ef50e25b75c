package org.huiwu.excursion.manifest;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiwu.excursion.subject.Subject;
import org.huiwu.platform.manifests.Contribution;
import org.huiwu.platform.manifests.Contributions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Loads the facts behind the sites' lists: `p/<person>` gives that person's lines, `stop/<code>`
/// the header.
@Component
class SiteContributions implements Contributions {
  private record Site(String code, String route, LocalDateTime arrives) {}

  private final JdbcTemplate jdbc;

  SiteContributions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Collection<String> subjects(UUID conference) {
    List<String> all =
        new ArrayList<>(
            Subject.PERSON.of(
                codes("select person from membership where conference = ?", conference)));
    all.addAll(Subject.STOP.of(codes("select code from stop where conference = ?", conference)));
    return all;
  }

  private List<String> codes(String sql, UUID conference) {
    return jdbc.queryForList(sql, String.class, conference);
  }

  @Override
  public Map<String, List<Contribution>> of(UUID conference, Collection<String> subjects) {
    Map<String, List<Contribution>> contributions = new HashMap<>();
    var people = Subject.PERSON.among(subjects);
    if (!people.isEmpty()) {
      var stops = stopsByRoute(conference);
      visitors(conference, people)
          .forEach(v ->
              contributions.put(
                  Subject.PERSON.of(v.person()),
                  SiteLists.linesOf(v, stops.getOrDefault(v.route(), List.of()))));
    }
    var stops = Subject.STOP.among(subjects);
    if (!stops.isEmpty()) {
      var plates = platesByRoute(conference);
      sites(conference, stops)
          .forEach(s ->
              contributions.put(
                  Subject.STOP.of(s.code()),
                  List.of(
                      SiteLists.headerOf(
                          s.code(), s.arrives(), plates.getOrDefault(s.route(), List.of())))));
    }
    return contributions;
  }

  private List<Visitor> visitors(UUID conference, List<String> people) {
    return jdbc.query(
        """
        select m.person, p.name, p.delegation, p.rank, p.attending, m.route, m.bus, m.absent,
          coalesce(d.diet, p.declared_diet) as diet
        from membership m
        join participant p on p.conference = m.conference and p.person = m.person
        left join diet d on d.conference = m.conference and d.person = m.person
        where m.conference = ? and m.person = any(?)\
        """,
        (row, _) ->
            new Visitor(
                row.getString("person"),
                row.getString("name"),
                row.getString("delegation"),
                row.getInt("rank"),
                row.getBoolean("attending"),
                row.getString("route"),
                row.getString("bus"),
                row.getBoolean("absent"),
                row.getString("diet")),
        conference,
        people.toArray(String[]::new));
  }

  private Map<String, List<String>> stopsByRoute(UUID conference) {
    return grouped(
        "select route, code from stop where conference = ? and not cancelled order by code",
        conference);
  }

  private Map<String, List<String>> platesByRoute(UUID conference) {
    return grouped(
        "select route, plate from trip where conference = ? and kind = 'excursion' and not cancelled",
        conference);
  }

  private Map<String, List<String>> grouped(String sql, UUID conference) {
    Map<String, List<String>> groups = new HashMap<>();
    jdbc.query(
        sql,
        row -> {
          groups.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(row.getString(2));
        },
        conference);
    return groups;
  }

  private List<Site> sites(UUID conference, List<String> stops) {
    return jdbc.query(
        "select code, route, arrives from stop where conference = ? and code = any(?) and not cancelled",
        (row, _) ->
            new Site(row.getString(1), row.getString(2), row.getObject(3, LocalDateTime.class)),
        conference,
        stops.toArray(String[]::new));
  }
}
