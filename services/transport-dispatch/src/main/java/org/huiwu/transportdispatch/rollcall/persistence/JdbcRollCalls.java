package org.huiwu.transportdispatch.rollcall.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.transportdispatch.rollcall.Implausibility;
import org.huiwu.transportdispatch.rollcall.RollCall;
import org.huiwu.transportdispatch.rollcall.RollCalls;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// [RollCalls] in the table `roll_call`.
@Repository
class JdbcRollCalls implements RollCalls {
  private final JdbcTemplate jdbc;

  JdbcRollCalls(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(UUID conference, RollCall rollCall) {
    jdbc.update(
        """
        insert into roll_call (conference, id, trip, happened_at, learnt_at, aboard, absent, unexpected, implausible)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        conference,
        rollCall.id(),
        rollCall.trip(),
        rollCall.happenedAt(),
        rollCall.learntAt().atOffset(ZoneOffset.UTC),
        rollCall.aboard().toArray(String[]::new),
        rollCall.absent().toArray(String[]::new),
        rollCall.unexpected().toArray(String[]::new),
        rollCall.implausible().map(Implausibility::code).orElse(null));
  }

  @Override
  public Optional<RollCall> find(UUID conference, String trip, UUID id) {
    return jdbc
        .query(
            "select * from roll_call where conference = ? and trip = ? and id = ?",
            (row, _) -> rollCall(row),
            conference,
            trip,
            id)
        .stream()
        .findFirst();
  }

  @Override
  public List<RollCall> of(UUID conference, String trip) {
    return jdbc.query(
        "select * from roll_call where conference = ? and trip = ? order by n",
        (row, _) -> rollCall(row),
        conference,
        trip);
  }

  @Override
  public List<RollCall> implausible(UUID conference) {
    return jdbc.query(
        "select * from roll_call where conference = ? and implausible is not null order by n",
        (row, _) -> rollCall(row),
        conference);
  }

  @Override
  public List<Stranger> strangers(UUID conference) {
    return jdbc.query(
        """
        select r.id, r.trip, x.person
        from roll_call r
          cross join lateral (select distinct unnest(r.aboard || r.absent || r.unexpected) as person) x
        where r.conference = ?
          and not exists (select 1 from known_participant p where p.conference = r.conference and p.person = x.person)
        order by r.n, x.person\
        """,
        (row, _) -> new Stranger(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
        conference);
  }

  private static RollCall rollCall(ResultSet row) throws SQLException {
    return new RollCall(
        row.getObject("id", UUID.class),
        row.getString("trip"),
        Objects.requireNonNull(row.getObject("happened_at", LocalDateTime.class)),
        Objects.requireNonNull(row.getObject("learnt_at", OffsetDateTime.class)).toInstant(),
        persons(row, "aboard"),
        persons(row, "absent"),
        persons(row, "unexpected"),
        implausible(row.getString("implausible")));
  }

  private static List<String> persons(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static Optional<Implausibility> implausible(@Nullable String code) {
    return Arrays.stream(Implausibility.values()).filter(i -> i.code().equals(code)).findFirst();
  }
}
