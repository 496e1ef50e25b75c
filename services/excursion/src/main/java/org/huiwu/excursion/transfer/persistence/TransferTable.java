package org.huiwu.excursion.transfer.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.excursion.membership.Hindrance;
import org.huiwu.excursion.transfer.Transfer;
import org.huiwu.excursion.transfer.Transfer.Settlement;
import org.huiwu.excursion.transfer.Transfer.State;
import org.huiwu.excursion.transfer.Transfers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// Transfers in PostgreSQL.
@Repository
class TransferTable implements Transfers {
  private static final String SELECT =
      """
      select id, person, route, bus, base, happened_at, learnt_at, asked_by, state, hindrance,
        settled_by, settled_at, word
      from transfer where conference = ?
      """;

  private final JdbcTemplate jdbc;

  TransferTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Transfer> find(UUID conference, UUID id) {
    return jdbc.query(SELECT + "and id = ?", (row, _) -> transfer(row), conference, id).stream()
        .findFirst();
  }

  @Override
  public List<Transfer> all(UUID conference) {
    return jdbc.query(SELECT + "order by n", (row, _) -> transfer(row), conference);
  }

  @Override
  public void save(UUID conference, Transfer t) {
    var settlement = t.settlement();
    var hindrance = t.hindrance();
    jdbc.update(
        """
        insert into transfer (conference, id, person, route, bus, base, happened_at, learnt_at, asked_by, state, hindrance,
          settled_by, settled_at, word)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (conference, id) do update
          set state = excluded.state, hindrance = excluded.hindrance, settled_by = excluded.settled_by,
              settled_at = excluded.settled_at, word = excluded.word\
        """,
        conference,
        t.id(),
        t.person(),
        t.route(),
        t.bus(),
        t.base(),
        t.happenedAt(),
        utc(t.learntAt()),
        t.by(),
        t.state().name(),
        hindrance == null ? null : hindrance.code(),
        settlement == null ? null : settlement.by(),
        settlement == null ? null : utc(settlement.at()),
        settlement == null ? null : settlement.word());
  }

  private static Transfer transfer(ResultSet row) throws SQLException {
    return new Transfer(
        Objects.requireNonNull(row.getObject("id", UUID.class)),
        row.getString("person"),
        row.getString("route"),
        row.getString("bus"),
        row.getLong("base"),
        Objects.requireNonNull(row.getObject("happened_at", LocalDateTime.class)),
        instant(row, "learnt_at"),
        row.getString("asked_by"),
        State.valueOf(row.getString("state")),
        hindrance(row.getString("hindrance")),
        settlement(row));
  }

  private static @Nullable Hindrance hindrance(@Nullable String code) {
    return code == null ? null : Hindrance.of(code);
  }

  private static @Nullable Settlement settlement(ResultSet row) throws SQLException {
    var by = row.getString("settled_by");
    return by == null
        ? null
        : new Settlement(by, instant(row, "settled_at"), row.getString("word"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
