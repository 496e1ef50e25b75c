package org.huiwu.registration.roster.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.platform.web.problem.ProblemException.Missing;
import org.huiwu.registration.roster.RosterIssue;
import org.huiwu.registration.roster.RosterIssue.Kind;
import org.huiwu.registration.roster.queue.QueueItem.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What waits for a clerk, and what became of it. Nothing is ever taken off: it is closed.
@Repository
public class ClerksQueue {
  private static final String SELECT =
      """
      select i.item, i.queued, i.version, i.state, i.roster, r.file, i.delegation, i.kind, i.sheet,
        i.row_number, i.column_letters, i.field, i.value, i.reason, i.person, i.meaning, i.detail,
        i.given, i.because, i.by_actor, i.by_role, i.closed_at, w.cells -> 'name' ->> 'text' row_name
      from roster_issue i join roster r using (conference, roster)
        left join waiting_row w on i.kind = 'row' and w.conference = i.conference
          and w.roster = i.roster and w.sheet = i.sheet and w.row_number = i.row_number
      where i.conference = ?\
      """;

  private final JdbcClient client;
  private final JdbcTemplate jdbc;
  private final Clock clock;

  ClerksQueue(JdbcClient client, JdbcTemplate jdbc, Clock clock) {
    this.client = client;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// @throws Missing `item-unknown`
  public QueueItem get(UUID conference, UUID item) {
    return client
        .sql(SELECT + " and i.item = ?")
        .params(conference, item)
        .query(ClerksQueue::item)
        .optional()
        .orElseThrow(() -> new Missing("item-unknown"));
  }

  public List<QueueItem> all(UUID conference, QueueFilter filter) {
    List<Object> parameters = new ArrayList<>(List.of(conference));
    var sql = new StringBuilder(SELECT).append(where(filter, parameters));
    parameters.add(filter.after());
    parameters.add(filter.limit());
    return client
        .sql(sql.append(" and i.queued > ? order by i.queued limit ?").toString())
        .params(parameters)
        .query(ClerksQueue::item)
        .list();
  }

  /// How many there are, from the first on.
  public int count(UUID conference, QueueFilter filter) {
    List<Object> parameters = new ArrayList<>(List.of(conference));
    return client
        .sql(
            "select count(*) from roster_issue i join roster r using (conference, roster) where i.conference = ?"
                + where(filter, parameters))
        .params(parameters)
        .query(Integer.class)
        .single();
  }

  private static String where(QueueFilter filter, List<Object> parameters) {
    var sql = new StringBuilder();
    and(sql, parameters, "i.state = ?", filter.state() == null ? null : code(filter.state()));
    and(sql, parameters, "i.kind = ?", filter.kind() == null ? null : code(filter.kind()));
    and(sql, parameters, "i.delegation = ?", filter.delegation());
    and(sql, parameters, "i.roster = ?", filter.roster());
    and(sql, parameters, "r.file = ?", filter.file());
    and(sql, parameters, "i.field = ?", filter.field());
    return sql.toString();
  }

  private static void and(
      StringBuilder sql, List<Object> parameters, String condition, @Nullable Object value) {
    if (value != null) {
      sql.append(" and ").append(condition);
      parameters.add(value);
    }
  }

  /// The cells of one row that wait or were settled, in their order.
  public List<QueueItem> ofRow(UUID conference, UUID roster, String sheet, int row) {
    return client
        .sql(
            SELECT
                + """
                 and i.roster = ? and i.sheet = ? and i.row_number = ? and i.kind in ('row', 'file')
                  and i.state in ('waiting', 'settled') order by i.n\
                """)
        .params(conference, roster, sheet, row)
        .query(ClerksQueue::item)
        .list();
  }

  /// What waits about these people: conflicts, and that they are missing.
  public List<QueueItem> waitingAbout(UUID conference, Collection<String> persons) {
    return persons.isEmpty()
        ? List.of()
        : client
            .sql(
                SELECT
                    + """
                     and i.state = 'waiting' and i.kind in ('conflict', 'missing') and i.person = any (?)
                      order by i.queued\
                    """)
            .params(conference, persons.toArray(String[]::new))
            .query(ClerksQueue::item)
            .list();
  }

  public void add(UUID conference, UUID roster, String delegation, List<RosterIssue> issues) {
    if (issues.isEmpty()) {
      return;
    }
    int before =
        client
            .sql("select coalesce(max(n), 0) from roster_issue where conference = ? and roster = ?")
            .params(conference, roster)
            .query(Integer.class)
            .single();
    jdbc.batchUpdate(
        """
        insert into roster_issue (conference, roster, n, delegation, kind, sheet, row_number,
          column_letters, field, value, reason, person, meaning, detail)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        IntStream.range(0, issues.size())
            .mapToObj(n -> row(conference, roster, delegation, before + n + 1, issues.get(n)))
            .toList());
  }

  /// Says how an item ended.
  ///
  /// @param given what the clerk said is meant, if anything
  public void close(
      UUID conference, QueueItem item, State state, @Nullable String given, Origin by) {
    client
        .sql(
            """
            update roster_issue set state = ?, version = version + 1, given = ?, because = ?,
              by_actor = ?, by_role = ?, closed_at = ?
            where conference = ? and item = ? and state = 'waiting'\
            """)
        .param(code(state))
        .param(given)
        .param(by.reason())
        .params(by.actor(), by.role(), now(), conference, item.id())
        .update();
  }

  /// The newest file says something else of these, or nothing that differs.
  public void supersede(UUID conference, Collection<UUID> items) {
    if (!items.isEmpty()) {
      client
          .sql(
              """
              update roster_issue set state = 'superseded', version = version + 1, closed_at = ?
              where conference = ? and item = any (?) and state = 'waiting'\
              """)
          .params(now(), conference, items.toArray(UUID[]::new))
          .update();
    }
  }

  /// Rows and files of earlier uploads of the office that wait still, and of which the newest did
  /// not say the same again.
  public void supersedeEarlier(UUID conference, String delegation, UUID newest) {
    client
        .sql(
            """
            update roster_issue i set state = 'superseded', version = version + 1, closed_at = ?
            where i.conference = ? and i.delegation = ? and i.roster <> ? and i.state = 'waiting'
              and i.kind in ('row', 'file') and not exists (
                select from waiting_row w
                where w.conference = i.conference and w.roster = i.roster and w.sheet = i.sheet
                  and w.row_number = i.row_number and w.carried = ?)\
            """)
        .params(now(), conference, delegation, newest, newest)
        .update();
  }

  /// An owner of fields says now what a file said: nothing of it is left to be settled.
  ///
  /// @param persons and what each now has, at the same place
  public void agreed(
      UUID conference, String field, String owner, List<String> persons, List<String> values) {
    client
        .sql(
            """
            update roster_issue i set state = 'settled', version = version + 1, given = i.meaning,
              by_role = ?, closed_at = ?
            from unnest(?, ?) as u (person, value)
            where i.conference = ? and i.state = 'waiting' and i.kind = 'conflict' and i.field = ?
              and i.person = u.person and i.meaning = u.value\
            """)
        .params(owner, now(), persons.toArray(String[]::new), values.toArray(String[]::new))
        .params(conference, field)
        .update();
  }

  /// Who is missing from a file and has withdrawn is missing no more.
  public void withdrawn(UUID conference, Collection<String> persons) {
    client
        .sql(
            """
            update roster_issue set state = 'settled', version = version + 1, closed_at = ?
            where conference = ? and state = 'waiting' and kind = 'missing' and person = any (?)\
            """)
        .params(now(), conference, persons.toArray(String[]::new))
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Object[] row(
      UUID conference, UUID roster, String delegation, int n, RosterIssue issue) {
    return new @Nullable Object[] {
      conference,
      roster,
      n,
      delegation,
      code(issue.kind()),
      issue.sheet(),
      issue.row(),
      issue.column(),
      issue.field(),
      issue.value(),
      issue.reason(),
      issue.person(),
      issue.meaning(),
      issue.detail()
    };
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static QueueItem item(ResultSet row, int n) throws SQLException {
    var closed = row.getObject("closed_at", OffsetDateTime.class);
    return new QueueItem(
        row.getObject("item", UUID.class),
        row.getLong("queued"),
        row.getLong("version"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getObject("roster", UUID.class),
        row.getString("file"),
        row.getString("delegation"),
        new RosterIssue(
            Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
            row.getString("sheet"),
            row.getInt("row_number"),
            row.getString("column_letters"),
            row.getString("field"),
            row.getString("value"),
            row.getString("reason"),
            row.getString("person"),
            row.getString("meaning"),
            row.getString("detail")),
        row.getString("row_name"),
        row.getString("given"),
        closed == null
            ? null
            : new QueueItem.Closed(
                row.getString("because"),
                row.getString("by_actor"),
                row.getString("by_role"),
                closed.toInstant()));
  }
}
