package org.huiwu.notification.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huiwu.notification.escalation.CallTask.Attempt;
import org.huiwu.notification.escalation.CallTask.Outcome;
import org.huiwu.notification.standing.AcknowledgementListener;
import org.huiwu.notification.standing.Standing;
import org.huiwu.notification.stream.ConferenceStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The duty room's calls. At most one is open of a recipient and a manifest. Changes are made under
/// the conference's lock and told on its live stream.
@Component
public class CallTasks implements AcknowledgementListener {

  /// What the live stream says of a call: codes only.
  record Told(UUID task, String contact, String manifest) {}

  private static final String SELECT =
      """
      select id, contact, manifest, (select string_agg(b.trip, ' ' order by b.at, b.trip) from call_task_trip b where b.task = call_task.id),
        due, opened_at, reminded, assigned_to, assigned_at, closed_at,
        closed_by, closed_how
      from call_task\
      """
          + " ";

  private final JdbcTemplate jdbc;
  private final ConferenceStream stream;
  private final Clock clock;

  CallTasks(JdbcTemplate jdbc, ConferenceStream stream, Clock clock) {
    this.jdbc = jdbc;
    this.stream = stream;
    this.clock = clock;
  }

  /// The open one of a recipient and a manifest, made if there is none.
  ///
  /// @param contact empty: nobody receives the manifest
  /// @param due local to the conference
  /// @param leftOnRed a trip that has left without their word; null: no (further) one has
  public UUID open(
      UUID conference,
      String contact,
      String manifest,
      @Nullable LocalDateTime due,
      @Nullable String leftOnRed) {
    var fresh = UUID.randomUUID();
    var id =
        jdbc.queryForList(
                """
                insert into call_task as t (id, conference, contact, manifest, left_on_red, due, opened_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (conference, contact, manifest) where closed_at is null
                  do update set due = excluded.due, left_on_red = coalesce(t.left_on_red, excluded.left_on_red)
                returning id\
                """,
                UUID.class,
                fresh,
                conference,
                contact,
                manifest,
                leftOnRed,
                due,
                Timestamp.from(clock.instant()))
            .getFirst();
    if (leftOnRed != null) {
      jdbc.update(
          "insert into call_task_trip (conference, task, trip, at) values (?, ?, ?, ?) on conflict do nothing",
          conference,
          id,
          leftOnRed,
          Timestamp.from(clock.instant()));
    }
    tell(
        conference,
        id.equals(fresh) ? "call-task-opened" : "call-task-changed",
        id,
        contact,
        manifest);
    return id;
  }

  /// Whether the duty room has this call already.
  boolean isOpenFor(UUID conference, String contact, String manifest) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select exists (select 1 from call_task where conference = ? and contact = ? and manifest = ?
              and closed_at is null)\
            """,
            Boolean.class,
            conference,
            contact,
            manifest));
  }

  /// Whether the duty room has this call already, because of this bus.
  boolean isOpenFor(UUID conference, String contact, String manifest, String leftOnRed) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            select exists (select 1 from call_task t join call_task_trip b on b.task = t.id
              where t.conference = ? and t.contact = ? and t.manifest = ? and b.trip = ? and t.closed_at is null)\
            """,
            Boolean.class,
            conference,
            contact,
            manifest,
            leftOnRed));
  }

  /// The calls that are open because of buses that have left.
  List<CallTask> leftOnRed(UUID conference) {
    return jdbc.query(
        SELECT
            + "where conference = ? and left_on_red is not null and closed_at is null order by id",
        (row, _) -> task(row),
        conference);
  }

  /// The same call, once more to mind.
  UUID remind(Debt debt) {
    var id = open(debt.conference(), debt.contact(), debt.manifest(), debt.due(), null);
    jdbc.update(
        "update call_task set reminded = reminded + 1, reminded_at = ? where id = ?",
        Timestamp.from(clock.instant()),
        id);
    return id;
  }

  @Override
  public void on(UUID conference, Standing standing) {
    if (!standing.inDebt()) {
      jdbc.queryForList(
              "select id from call_task where conference = ? and contact = ? and manifest = ? and closed_at is null",
              UUID.class,
              conference,
              standing.contact(),
              standing.manifest())
          .forEach(id ->
              close(
                  conference,
                  get(conference, id),
                  "acknowledged",
                  // personal data stays with the acknowledgement
                  null));
    }
  }

  /// @param by account; null: nobody at the desk did
  void close(UUID conference, CallTask task, String how, @Nullable String by) {
    jdbc.update(
        "update call_task set closed_at = ?, closed_how = ?, closed_by = ? where id = ? and closed_at is null",
        Timestamp.from(clock.instant()),
        how,
        by,
        task.id());
    tell(conference, "call-task-closed", task.id(), task.contact(), task.manifest());
  }

  void assign(UUID conference, CallTask task, @Nullable String account) {
    jdbc.update(
        "update call_task set assigned_to = ?, assigned_at = ? where id = ?",
        account,
        account == null ? null : Timestamp.from(clock.instant()),
        task.id());
    tell(conference, "call-task-changed", task.id(), task.contact(), task.manifest());
  }

  void note(UUID conference, CallTask task, Attempt attempt) {
    jdbc.update(
        """
        insert into call_outcome (task, n, at, by, outcome, note)
        select ?, coalesce(max(n), 0) + 1, ?, ?, ?, ? from call_outcome where task = ?\
        """,
        task.id(),
        Timestamp.from(attempt.at()),
        attempt.by(),
        attempt.outcome().wire(),
        attempt.note(),
        task.id());
    tell(conference, "call-task-changed", task.id(), task.contact(), task.manifest());
  }

  /// Those that are open first, the most pressing of them first, in the order of
  /// [CallTask.Urgency]; then those that were closed last.
  ///
  /// @param openOnly without those that are closed
  public List<CallTask> all(UUID conference, boolean openOnly, int limit) {
    return withAttempts(
        jdbc.query(
            SELECT
                + """
                where conference = ? and (closed_at is null or not ?)
                order by closed_at desc nulls first, left_on_red is null, due nulls last, opened_at, id limit ?\
                """,
            (row, _) -> task(row),
            conference,
            openOnly,
            limit));
  }

  long countOpen(UUID conference) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "select count(*) from call_task where conference = ? and closed_at is null",
            Long.class,
            conference));
  }

  public Optional<CallTask> find(UUID conference, UUID id) {
    return withAttempts(
            jdbc.query(
                SELECT + "where conference = ? and id = ?", (row, _) -> task(row), conference, id))
        .stream()
        .findFirst();
  }

  private CallTask get(UUID conference, UUID id) {
    return find(conference, id).orElseThrow();
  }

  private void tell(UUID conference, String type, UUID task, String contact, String manifest) {
    stream.append(conference, type, new Told(task, contact, manifest));
  }

  private List<CallTask> withAttempts(List<CallTask> tasks) {
    Map<UUID, List<Attempt>> attempts = new HashMap<>();
    jdbc.query(
        "select task, at, by, outcome, note from call_outcome where task = any(?) order by task, n",
        row -> {
          attempts
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(
                  new Attempt(
                      row.getTimestamp(2).toInstant(),
                      row.getString(3),
                      Outcome.valueOf(row.getString(4).toUpperCase(Locale.ROOT).replace('-', '_')),
                      row.getString(5)));
        },
        (Object) tasks.stream().map(CallTask::id).toArray(UUID[]::new));
    return tasks.stream()
        .map(t ->
            new CallTask(
                t.id(),
                t.contact(),
                t.manifest(),
                t.leftOnRed(),
                t.due(),
                t.openedAt(),
                t.reminded(),
                t.assignedTo(),
                t.assignedAt(),
                t.closedAt(),
                t.closedBy(),
                t.closedHow(),
                attempts.getOrDefault(t.id(), List.of())))
        .toList();
  }

  private static CallTask task(ResultSet row) throws SQLException {
    return new CallTask(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getObject(5, LocalDateTime.class),
        row.getTimestamp(6).toInstant(),
        row.getInt(7),
        row.getString(8),
        instant(row.getTimestamp(9)),
        instant(row.getTimestamp(10)),
        row.getString(11),
        row.getString(12),
        List.of());
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
