package org.huiwu.notification.ripple;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Which changes were about whom: a desk said something of a person, or of many at once. What other
/// services make of it is no change of its own and not kept here.
@Component
class PersonChanges {
  /// Their id is the person's.
  private static final Set<String> OF_A_PERSON =
      Set.of(
          "registration.participant",
          "registration.itinerary",
          "excursion.membership",
          "catering.diet");

  private final JdbcTemplate jdbc;

  PersonChanges(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// In the transaction in which they are received: one statement a changeset.
  void take(List<Changeset> received) {
    received.stream().filter(PersonChanges::isTheDesksOwn).forEach(this::note);
  }

  private void note(Changeset changeset) {
    var people =
        changeset.states().stream()
            .filter(s -> OF_A_PERSON.contains(s.aggregate()))
            .map(AggregateState::id)
            .distinct()
            .toArray(String[]::new);
    if (people.length > 0) {
      jdbc.update(
          """
          insert into person_change (conference, person, root)
          select ?, p.person, ? from unnest(?::text[]) as p (person) on conflict do nothing\
          """,
          changeset.conference(),
          changeset.root(),
          people);
    }
  }

  /// The root, or a further part of it: an import travels in parts.
  private static boolean isTheDesksOwn(Changeset changeset) {
    return changeset.cause() == null || changeset.part().n() > 1;
  }

  /// The latest first.
  List<UUID> of(UUID conference, String person, long before, int limit) {
    return jdbc.queryForList(
        """
        select c.root from person_change p join change c using (root)
        where p.conference = ? and p.person = ? and c.n < ? order by c.n desc limit ?\
        """,
        UUID.class,
        conference,
        person,
        before,
        limit);
  }
}
