package org.huiwu.catering.upstream;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.huiwu.catering.subject.Subject;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Whom a fact concerns that many people's counts depend on: answers are subjects to touch.
@Repository
public class People {
  private final JdbcTemplate jdbc;

  People(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<String> all(UUID conference) {
    return subjects("select person from participant where conference = ?", conference);
  }

  List<String> withUnknownTimes(UUID conference) {
    return subjects(
        """
        select p.person from participant p left join itinerary i using (conference, person)
        where p.conference = ? and (i.arrival is null or i.departure is null)\
        """,
        conference);
  }

  List<String> ofDelegations(UUID conference, Collection<String> delegations) {
    return subjects(
        "select person from participant where conference = ? and delegation = any(?)",
        conference,
        delegations.toArray(String[]::new));
  }

  /// Those of whom excursion has not spoken are where they are expected.
  List<String> onRoutes(UUID conference, Collection<String> routes) {
    var codes = routes.toArray(String[]::new);
    return subjects(
        """
        select person from membership where conference = ? and route = any(?)
        union all
        select person from participant p
        where p.conference = ? and p.expected_route = any(?) and not exists
          (select from membership m where m.conference = p.conference and m.person = p.person)\
        """,
        conference,
        codes,
        conference,
        codes);
  }

  /// Everybody whose delegation lodges in the hotel at any time.
  public List<String> everLodgingIn(UUID conference, String hotel) {
    return subjects(
        """
        select person from participant
        where conference = ? and delegation in
          (select delegation from lodging_stay where conference = ? and hotel = ?)\
        """,
        conference,
        conference,
        hotel);
  }

  /// Everybody whose rank number is `rank` or lower; no companions.
  public List<String> ofRank(UUID conference, int rank) {
    return subjects(
        "select person from participant where conference = ? and rank <= ? and not companion",
        conference,
        rank);
  }

  public List<String> onRoute(UUID conference, String route) {
    return onRoutes(conference, List.of(route));
  }

  private List<String> subjects(String sql, Object... arguments) {
    return jdbc.query(sql, (row, _) -> Subject.PERSON.of(row.getString(1)), arguments);
  }
}
