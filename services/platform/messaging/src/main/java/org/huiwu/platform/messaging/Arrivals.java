package org.huiwu.platform.messaging;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/// What a changeset brings that was not known: asked and noted in one statement, because every
/// changeset at every subscriber costs it.
final class Arrivals {
  private static final String TAKE =
      """
      with seen as (
        insert into inbox (changeset) values (?) on conflict do nothing returning 1
      ), newer as (
        insert into upstream_version as v (conference, aggregate, id, incarnation, version)
        select ?, s.aggregate, s.id, ?, s.version
        from seen, unnest(?::text[], ?::text[], ?::bigint[]) as s (aggregate, id, version)
        on conflict (conference, aggregate, id) do update
          set incarnation = excluded.incarnation, version = excluded.version
          where (v.incarnation, v.version) < (excluded.incarnation, excluded.version)
        returning v.aggregate || '/' || v.id
      )
      select exists (select 1 from seen), array(select * from newer),
        exists (select 1 from parked where conference = ?)\
      """;

  private final JdbcTemplate jdbc;

  Arrivals(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// @param firstSeen false when the changeset was delivered again: nothing of it was noted then
  /// @param newest the aggregates of which it has a newer state than was had; a late or doubled one
  ///   is superseded, not an error
  /// @param anyParked whether anything of the conference is parked
  record News(boolean firstSeen, Set<String> newest, boolean anyParked) {
    boolean newer(Changeset.AggregateState state) {
      return newest.contains(name(state));
    }
  }

  /// Inside the transaction that takes it in. Of several states of one aggregate the first counts.
  News take(Changeset changeset, List<Changeset.AggregateState> states) {
    Map<String, Changeset.AggregateState> each = new LinkedHashMap<>();
    states.forEach(s -> each.putIfAbsent(name(s), s));
    var news =
        jdbc.query(
            TAKE,
            (row, _) ->
                new News(
                    row.getBoolean(1),
                    new HashSet<>(List.of((String[]) row.getArray(2).getArray())),
                    row.getBoolean(3)),
            changeset.id(),
            changeset.conference(),
            changeset.incarnation(),
            each.values().stream().map(Changeset.AggregateState::aggregate).toArray(String[]::new),
            each.values().stream().map(Changeset.AggregateState::id).toArray(String[]::new),
            each.values().stream().map(Changeset.AggregateState::version).toArray(Long[]::new),
            changeset.conference());
    return news.getFirst();
  }

  private static String name(Changeset.AggregateState state) {
    return state.aggregate() + '/' + state.id();
  }
}
