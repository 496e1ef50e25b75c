package org.huiwu.notification.conference;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.channel.Rehearsals;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.Changeset.AggregateState;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The conferences as registration tells of them, and whether they are live: in planning nobody is
/// told of anything.
@Component
public class ConferenceBook implements Rehearsals {
  public static final String AGGREGATE = "registration.conference";

  /// The fields of the contract that are used here.
  private record State(
      String code,
      String name,
      String timezone,
      LocalDateTime starts,
      LocalDateTime ends,
      boolean rehearsal) {}

  private final JdbcTemplate jdbc;

  ConferenceBook(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /// Inside the ledger's transaction; what is older than what is known changes nothing.
  public void take(Changeset changeset, AggregateState news) {
    var state = news.state().as(State.class);
    jdbc.update(
        """
        insert into conference_fact as f (conference, incarnation, seen, code, name, zone, starts, ends, rehearsal)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (conference) do update set incarnation = excluded.incarnation, seen = excluded.seen, code = excluded.code,
          name = excluded.name, zone = excluded.zone, starts = excluded.starts, ends = excluded.ends,
          rehearsal = excluded.rehearsal
        where (f.incarnation, f.seen) < (excluded.incarnation, excluded.seen)\
        """,
        changeset.conference(),
        changeset.incarnation(),
        news.version(),
        state.code(),
        state.name(),
        state.timezone(),
        state.starts(),
        state.ends(),
        state.rehearsal());
  }

  public Optional<ConferenceFacts> find(UUID conference) {
    return jdbc
        .query(
            "select code, name, zone, starts, ends, rehearsal from conference_fact where conference = ?",
            (row, _) ->
                new ConferenceFacts(
                    conference,
                    row.getString(1),
                    row.getString(2),
                    ZoneId.of(row.getString(3)),
                    row.getObject(4, LocalDateTime.class),
                    row.getObject(5, LocalDateTime.class),
                    row.getBoolean(6)),
            conference)
        .stream()
        .findFirst();
  }

  /// @throws Missing when registration has not told of it (yet)
  public ConferenceFacts get(UUID conference) {
    return find(conference).orElseThrow(() -> new Missing("conference-unknown", conference));
  }

  @Override
  public Optional<Boolean> isRehearsal(UUID conference) {
    return find(conference).map(ConferenceFacts::rehearsal);
  }

  /// Whether recipients are told of what changes.
  public boolean isLive(UUID conference) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select 1 from conference_phase where conference = ? and live_at is not null)",
            Boolean.class,
            conference));
  }
}
