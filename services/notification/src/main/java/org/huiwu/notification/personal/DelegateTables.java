package org.huiwu.notification.personal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.huiwu.notification.personal.Delegate.Journey;
import org.huiwu.notification.personal.Delegate.Leg;
import org.huiwu.notification.personal.DelegateWords.Itinerary;
import org.huiwu.notification.personal.DelegateWords.Participant;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The tables of delegates.
@Component
class DelegateTables {
  private static final String PEOPLE =
      """
      insert into delegate as d (conference, person, incarnation, seen, delegation, rank, companion, phone, email, attending)
      select ?, n.person, ?, n.seen, n.delegation, n.rank, n.companion, n.phone, n.email, n.attending
      from unnest(?::text[], ?::bigint[], ?::text[], ?::int[], ?::boolean[], ?::text[], ?::text[], ?::boolean[])
        as n (person, seen, delegation, rank, companion, phone, email, attending)
      on conflict (conference, person) do update set incarnation = excluded.incarnation, seen = excluded.seen,
        delegation = excluded.delegation, rank = excluded.rank, companion = excluded.companion, phone = excluded.phone,
        email = excluded.email,
        attending = excluded.attending
      where (d.incarnation, d.seen) < (excluded.incarnation, excluded.seen)\
      """;

  private static final String JOURNEYS =
      """
      insert into delegate_journey as d (conference, person, incarnation, seen, arrives, arrives_at, arrives_by,
        departs, departs_at, departs_by)
      select ?, n.person, ?, n.seen, n.arrives, n.arrives_at, n.arrives_by, n.departs, n.departs_at, n.departs_by
      from unnest(?::text[], ?::bigint[], ?::timestamp[], ?::text[], ?::text[], ?::timestamp[], ?::text[], ?::text[])
        as n (person, seen, arrives, arrives_at, arrives_by, departs, departs_at, departs_by)
      on conflict (conference, person) do update set incarnation = excluded.incarnation, seen = excluded.seen,
        arrives = excluded.arrives, arrives_at = excluded.arrives_at, arrives_by = excluded.arrives_by,
        departs = excluded.departs, departs_at = excluded.departs_at, departs_by = excluded.departs_by
      where (d.incarnation, d.seen) < (excluded.incarnation, excluded.seen)\
      """;

  private final JdbcTemplate jdbc;

  DelegateTables(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void people(Changeset changeset, Map<String, Participant> people, Map<String, Long> versions) {
    jdbc.update(
        PEOPLE,
        changeset.conference(),
        changeset.incarnation(),
        people.keySet().toArray(String[]::new),
        versions.values().toArray(Long[]::new),
        strings(people, Participant::delegation),
        people.values().stream().map(Participant::rank).toArray(Integer[]::new),
        people.values().stream().map(p -> p.companionOf() != null).toArray(Boolean[]::new),
        strings(people, Participant::phoneToKeep),
        strings(people, Participant::emailToKeep),
        people.values().stream().map(Participant::attending).toArray(Boolean[]::new));
  }

  void journeys(Changeset changeset, Map<String, Itinerary> journeys, Map<String, Long> versions) {
    jdbc.update(
        JOURNEYS,
        changeset.conference(),
        changeset.incarnation(),
        journeys.keySet().toArray(String[]::new),
        versions.values().toArray(Long[]::new),
        times(journeys, i -> i.arrival().time()),
        strings(journeys, i -> i.arrival().place()),
        strings(journeys, i -> i.arrival().number()),
        times(journeys, i -> i.departure().time()),
        strings(journeys, i -> i.departure().place()),
        strings(journeys, i -> i.departure().number()));
  }

  private static <T> String[] strings(Map<String, T> rows, Function<T, String> field) {
    return rows.values().stream().map(field).toArray(String[]::new);
  }

  private static <T> @Nullable String[] times(
      Map<String, T> rows, Function<T, @Nullable LocalDateTime> field) {
    @Nullable String[] times = new String[rows.size()];
    int i = 0;
    for (var row : rows.values()) {
      var time = field.apply(row);
      times[i++] = time == null ? null : time.toString();
    }
    return times;
  }

  void programme(Changeset changeset, ProgrammeKind kind, AggregateState state) {
    jdbc.update(
        """
        insert into programme_fact as f (conference, kind, code, incarnation, seen, state) values (?, ?, ?, ?, ?, ?)
        on conflict (conference, kind, code) do update set incarnation = excluded.incarnation, seen = excluded.seen,
          state = excluded.state
        where (f.incarnation, f.seen) < (excluded.incarnation, excluded.seen)\
        """,
        changeset.conference(),
        kind.wire(),
        state.id(),
        changeset.incarnation(),
        state.version(),
        state.state().toString());
  }

  /// By code, as JSON.
  Map<String, String> programme(UUID conference, ProgrammeKind kind) {
    Map<String, String> states = new java.util.TreeMap<>();
    jdbc.query(
        "select code, state from programme_fact where conference = ? and kind = ?",
        row -> {
          states.put(row.getString(1), row.getString(2));
        },
        conference,
        kind.wire());
    return states;
  }

  List<Delegate> of(UUID conference, Collection<String> people) {
    return jdbc.query(
        """
        select d.person, d.delegation, d.rank, d.companion, d.attending, d.phone <> '', d.email <> '',
          j.person, j.arrives, j.arrives_at, j.arrives_by, j.departs, j.departs_at, j.departs_by
        from delegate d left join delegate_journey j on j.conference = d.conference and j.person = d.person
        where d.conference = ? and d.person = any(?) order by d.person\
        """,
        (row, _) -> delegate(row),
        conference,
        people.toArray(String[]::new));
  }

  private static Delegate delegate(ResultSet row) throws SQLException {
    return new Delegate(
        row.getString(1),
        row.getString(2),
        row.getInt(3),
        row.getBoolean(4),
        row.getBoolean(5),
        row.getBoolean(6),
        row.getBoolean(7),
        row.getString(8) == null
            ? null
            : new Journey(
                new Leg(
                    row.getObject(9, LocalDateTime.class), row.getString(10), row.getString(11)),
                new Leg(
                    row.getObject(12, LocalDateTime.class), row.getString(13), row.getString(14))));
  }

  Optional<String> phone(UUID conference, String person) {
    return address(
        "select phone from delegate where conference = ? and person = ? and attending and phone <> ''",
        conference,
        person);
  }

  Optional<String> email(UUID conference, String person) {
    return address(
        "select email from delegate where conference = ? and person = ? and attending and email <> ''",
        conference,
        person);
  }

  private Optional<String> address(String query, UUID conference, String person) {
    return jdbc.queryForList(query, String.class, conference, person).stream().findFirst();
  }
}
