package org.huiwu.excursion.exceptions.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.huiwu.excursion.exceptions.ExceptionEntry;
import org.huiwu.excursion.exceptions.ExceptionEntry.Kind;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// What the desk has to look at, found anew each time it is asked for.
@Repository
public class Exceptions {
  private static final String PEOPLE =
      """
      select case when m.person is null then 'WAITING_FOR_ANOTHER' when r.code is null then 'ROUTE_UNKNOWN' else 'UNPLACED' end kind,
        p.person, p.name, p.delegation, coalesce(m.route, p.requested_route) route, coalesce(m.bus, '') bus,
        null::text trip, null::text roll_call, null::timestamp happened_at, null::int seats, null::int taken,
        null::text transfer, null::text to_route, null::text to_bus, null::text why
      from participant p
      left join membership m on m.conference = p.conference and m.person = p.person
      left join route r on r.conference = p.conference and r.code = m.route
      where p.conference = ? and p.attending
        and (m.person is null or (m.route <> '' and (m.bus = '' or r.code is null)))
      order by kind, p.n\
      """;

  private static final String OVERFULL =
      """
      select 'OVERFULL' kind, null::text person, null::text name, null::text delegation, t.route, t.code bus,
        null::text trip, null::text roll_call, null::timestamp happened_at, t.seats, count(*)::int taken,
        null::text transfer, null::text to_route, null::text to_bus, null::text why
      from trip t
      join membership m on m.conference = t.conference and m.bus = t.code and not m.absent
      join participant p on p.conference = m.conference and p.person = m.person and p.attending
      where t.conference = ? and t.kind = 'excursion' and not t.cancelled
      group by t.route, t.code, t.seats having count(*) > t.seats
      order by t.code\
      """;

  /// A later sighting aboard the own bus, or coming onto the bus that saw them, ends the question.
  private static final String SEEN =
      """
      select case n.verdict when 'WITHDRAWN' then 'SEEN_WITHDRAWN' else 'SEEN_ELSEWHERE' end kind,
        p.person, p.name, p.delegation, m.route, m.bus,
        c.trip, c.id roll_call, c.happened_at, null::int seats, null::int taken,
        null::text transfer, null::text to_route, null::text to_bus, null::text why
      from roll_call_name n
      join roll_call c on c.conference = n.conference and c.id = n.roll_call
      join membership m on m.conference = n.conference and m.person = n.person
      join participant p on p.conference = n.conference and p.person = n.person
      where n.conference = ?
        and ((n.verdict = 'WITHDRAWN' and n.mark <> 'ABSENT' and not p.attending)
          or (n.verdict = 'ELSEWHERE' and p.attending and m.bus <> c.trip
            and (m.seen_order is null
              or (m.seen_happened_at, m.seen_learnt_at, m.seen_order) < (c.happened_at, c.learnt_at, c.n))))
      order by c.n, p.n\
      """;

  private static final String NOT_APPLIED =
      """
      select case when t.code is null then 'TRIP_UNKNOWN' when p.person is null then 'PERSON_UNKNOWN' else 'TRIP_CANCELLED' end kind,
        n.person, p.name, p.delegation, coalesce(m.route, t.route) route, m.bus,
        c.trip, c.id roll_call, c.happened_at, null::int seats, null::int taken,
        null::text transfer, null::text to_route, null::text to_bus, null::text why
      from roll_call_name n
      join roll_call c on c.conference = n.conference and c.id = n.roll_call
      left join trip t on t.conference = c.conference and t.code = c.trip
      left join route r on r.conference = t.conference and r.code = t.route
      left join participant p on p.conference = n.conference and p.person = n.person
      left join membership m on m.conference = n.conference and m.person = n.person
      where n.conference = ? and n.verdict is null
        and (t.code is null or (t.kind = 'excursion' and (p.person is null or t.cancelled or r.cancelled)))
      order by c.n, n.person\
      """;

  private static final String TRANSFERS =
      """
      select 'TRANSFER_WAITING' kind, x.person, p.name, p.delegation, coalesce(m.route, '') route, coalesce(m.bus, '') bus,
        null::text trip, null::text roll_call, x.happened_at, null::int seats, null::int taken,
        x.id::text transfer, x.route to_route, x.bus to_bus, x.hindrance why
      from transfer x
      left join participant p on p.conference = x.conference and p.person = x.person
      left join membership m on m.conference = x.conference and m.person = x.person
      where x.conference = ? and x.state = 'WAITING'
      order by x.n\
      """;

  private final JdbcTemplate jdbc;

  Exceptions(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public List<ExceptionEntry> all(UUID conference) {
    return List.of(TRANSFERS, PEOPLE, OVERFULL, SEEN, NOT_APPLIED).stream()
        .flatMap(sql -> jdbc.query(sql, (row, _) -> entry(row), conference).stream())
        .toList();
  }

  private static ExceptionEntry entry(ResultSet row) throws SQLException {
    return new ExceptionEntry(
        Kind.valueOf(row.getString("kind")),
        row.getString("person"),
        row.getString("name"),
        row.getString("delegation"),
        row.getString("route"),
        row.getString("bus"),
        row.getString("trip"),
        row.getString("roll_call"),
        row.getObject("happened_at", LocalDateTime.class),
        row.getObject("seats", Integer.class),
        row.getObject("taken", Integer.class),
        row.getString("transfer"),
        row.getString("to_route"),
        row.getString("to_bus"),
        row.getString("why"));
  }
}
