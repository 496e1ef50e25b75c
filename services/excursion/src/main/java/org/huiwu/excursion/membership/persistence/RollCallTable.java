package org.huiwu.excursion.membership.persistence;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.huiwu.excursion.membership.CalledName;
import org.huiwu.excursion.membership.Mark;
import org.huiwu.excursion.membership.RollCall;
import org.huiwu.excursion.membership.RollCalls;
import org.huiwu.excursion.membership.Sighting;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Roll-calls in PostgreSQL, name by name.
@Repository
class RollCallTable implements RollCalls {
  private static final String OPEN =
      """
      select c.id, c.trip, n.person, n.mark, c.happened_at, c.learnt_at, c.n
      from roll_call_name n join roll_call c on c.conference = n.conference and c.id = n.roll_call
      where n.conference = ? and (n.verdict is null or n.verdict = 'WITHDRAWN') and
      """;

  private final JdbcTemplate jdbc;

  RollCallTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void keep(UUID conference, RollCall rollCall) {
    jdbc.update(
        "insert into roll_call (conference, id, trip, happened_at, learnt_at) values (?, ?, ?, ?, ?) on conflict do nothing",
        conference,
        rollCall.id(),
        rollCall.trip(),
        rollCall.happenedAt(),
        rollCall.learntAt().atOffset(ZoneOffset.UTC));
    jdbc.batchUpdate(
        "insert into roll_call_name (conference, roll_call, person, mark) values (?, ?, ?, ?) on conflict do nothing",
        rollCall.marks().entrySet().stream()
            .map(mark ->
                new Object[] {conference, rollCall.id(), mark.getKey(), mark.getValue().name()})
            .toList());
  }

  @Override
  public List<CalledName> openOf(UUID conference, Collection<String> people) {
    return open(conference, "n.person = any(?)", people);
  }

  @Override
  public List<CalledName> openOn(UUID conference, Collection<String> trips) {
    return open(conference, "c.trip = any(?)", trips);
  }

  private List<CalledName> open(UUID conference, String condition, Collection<String> values) {
    return jdbc.query(
        OPEN + condition + " order by c.n, n.person",
        (row, _) ->
            new CalledName(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Mark.valueOf(row.getString(4)),
                new Sighting(
                    row.getObject(5, LocalDateTime.class),
                    row.getObject(6, OffsetDateTime.class).toInstant(),
                    row.getLong(7))),
        conference,
        values.toArray(String[]::new));
  }

  @Override
  public void judged(UUID conference, Collection<Judged> names) {
    jdbc.batchUpdate(
        "update roll_call_name set verdict = ? where conference = ? and roll_call = ? and person = ?",
        names.stream()
            .map(name ->
                new Object[] {name.verdict().name(), conference, name.rollCall(), name.person()})
            .toList());
  }

  @Override
  public void overtaken(UUID conference, String person) {
    jdbc.update(
        """
        update roll_call_name set verdict = 'OUTDATED'
        where conference = ? and person = ? and verdict = 'ELSEWHERE'\
        """,
        conference,
        person);
  }
}
