package org.huiwu.platform.messaging;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/// What a changeset brings that was not known: asked and noted in one statement, because every
/// changeset at every subscriber costs it.
///
/// Of an aggregate whose very first state came among many others nothing is noted: there is nothing
/// older that could come later, and a doubled changeset is recognised as such. An import of fifty
/// thousand people would otherwise write more of these notes than anything else.
final class Arrivals {
  /// From how many states on the very first ones are not noted.
  static final int MANY = 100;

  private static final String TAKE =
      """
      with seen as (
        insert into inbox (changeset) values (?) on conflict do nothing returning 1
      ), said as (
        select s.* from seen, unnest(?::text[], ?::text[], ?::bigint[], ?::boolean[]) as s (aggregate, id, version, noted)
      ), newer as (
        insert into upstream_version as v (conference, aggregate, id, incarnation, version)
        select ?, s.aggregate, s.id, ?, s.version from said s where s.noted
        on conflict (conference, aggregate, id) do update
          set incarnation = excluded.incarnation, version = excluded.version
          where (v.incarnation, v.version) < (excluded.incarnation, excluded.version)
        returning v.aggregate || '/' || v.id
      ), first as (
        select s.aggregate || '/' || s.id from said s where not s.noted and not exists (
          select 1 from upstream_version v where v.conference = ? and v.aggregate = s.aggregate and v.id = s.id)
      )
      select exists (select 1 from seen), array(select * from newer union all select * from first),
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
    var manyFirst = changeset.incarnation() == 1 && each.size() >= MANY;
    var news =
        jdbc.query(
            TAKE,
            (row, _) ->
                new News(
                    row.getBoolean(1),
                    new HashSet<>(List.of((String[]) row.getArray(2).getArray())),
                    row.getBoolean(3)),
            changeset.id(),
            each.values().stream().map(Changeset.AggregateState::aggregate).toArray(String[]::new),
            each.values().stream().map(Changeset.AggregateState::id).toArray(String[]::new),
            each.values().stream().map(Changeset.AggregateState::version).toArray(Long[]::new),
            each.values().stream().map(s -> !manyFirst || s.version() > 1).toArray(Boolean[]::new),
            changeset.conference(),
            changeset.incarnation(),
            changeset.conference(),
            changeset.conference());
    return news.getFirst();
  }

  private static String name(Changeset.AggregateState state) {
    return state.aggregate() + '/' + state.id();
  }
}
