package org.huiwu.excursion.membership.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.excursion.membership.BusRule;
import org.huiwu.excursion.membership.Membership;
import org.huiwu.excursion.membership.Memberships;
import org.huiwu.excursion.membership.Sighting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Memberships in PostgreSQL.
@Repository
class MembershipTable implements Memberships {
  private static final String SELECT =
      """
      select person, route, bus, absent, bus_rule, seen_happened_at, seen_learnt_at, seen_order, version
      from membership where conference = ?
      """;

  private final JdbcTemplate jdbc;

  MembershipTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Membership> find(UUID conference, String person) {
    return jdbc
        .query(SELECT + "and person = ?", (row, _) -> membership(row), conference, person)
        .stream()
        .findFirst();
  }

  @Override
  public List<Membership> all(UUID conference) {
    return jdbc.query(SELECT + "order by person", (row, _) -> membership(row), conference);
  }

  @Override
  public List<Membership> of(UUID conference, Collection<String> people) {
    return among(conference, "and person = any(?)", people);
  }

  @Override
  public List<Membership> aboard(UUID conference, Collection<String> buses) {
    return among(conference, "and bus = any(?)", buses);
  }

  @Override
  public List<Membership> onRoute(UUID conference, String route) {
    return among(conference, "and route = any(?)", List.of(route));
  }

  @Override
  public List<Membership> unplaced(UUID conference, Collection<String> routes) {
    return among(conference, "and route = any(?) and bus = ''", routes);
  }

  private List<Membership> among(UUID conference, String condition, Collection<String> values) {
    return jdbc.query(
        SELECT + condition + " order by person",
        (row, _) -> membership(row),
        conference,
        values.toArray(String[]::new));
  }

  @Override
  public void save(UUID conference, Collection<Membership> memberships) {
    List<@Nullable Object[]> rows = memberships.stream().map(m -> row(conference, m)).toList();
    jdbc.batchUpdate(
        """
        insert into membership (conference, person, route, bus, absent, bus_rule,
          seen_happened_at, seen_learnt_at, seen_order, version)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (conference, person) do update
          set route = excluded.route, bus = excluded.bus, absent = excluded.absent, bus_rule = excluded.bus_rule,
              seen_happened_at = excluded.seen_happened_at, seen_learnt_at = excluded.seen_learnt_at,
              seen_order = excluded.seen_order, version = excluded.version\
        """,
        rows);
  }

  private static @Nullable Object[] row(UUID conference, Membership m) {
    var seen = m.seen();
    return new @Nullable Object[] {
      conference,
      m.person(),
      m.route(),
      m.bus(),
      m.absent(),
      m.rule().name(),
      seen == null ? null : seen.happenedAt(),
      seen == null ? null : seen.learntAt().atOffset(ZoneOffset.UTC),
      seen == null ? null : seen.order(),
      m.version()
    };
  }

  private static Membership membership(ResultSet row) throws SQLException {
    var happenedAt = row.getObject("seen_happened_at", LocalDateTime.class);
    return new Membership(
        row.getString("person"),
        row.getString("route"),
        row.getString("bus"),
        row.getBoolean("absent"),
        BusRule.valueOf(row.getString("bus_rule")),
        happenedAt == null
            ? null
            : new Sighting(
                happenedAt,
                row.getObject("seen_learnt_at", OffsetDateTime.class).toInstant(),
                row.getLong("seen_order")),
        row.getLong("version"));
  }
}
