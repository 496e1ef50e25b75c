package org.huiwu.platform.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Aggregates whose state a consumer could not take in: set aside one by one, with the reason, so
/// that the partition goes on. A newer state of the same aggregate makes the parked one void.
public final class Parking {

  /// @param reason the kind of failure, without personal data
  public record ParkedAggregate(
      UUID conference,
      String aggregate,
      String id,
      UUID changeset,
      UUID root,
      int incarnation,
      long version,
      String event,
      String state,
      String reason) {}

  private static final Logger log = LoggerFactory.getLogger(Parking.class);

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  Parking(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  public List<ParkedAggregate> all(UUID conference) {
    return jdbc.query(
        "select * from parked where conference = ? order by parked_at, aggregate, id",
        (row, _) ->
            new ParkedAggregate(
                conference,
                row.getString("aggregate"),
                row.getString("id"),
                row.getObject("changeset", UUID.class),
                row.getObject("root", UUID.class),
                row.getInt("incarnation"),
                row.getLong("version"),
                row.getString("event"),
                row.getString("state"),
                row.getString("reason")),
        conference);
  }

  long count() {
    var count = jdbc.queryForObject("select count(*) from parked", Long.class);
    return count == null ? 0 : count;
  }

  /// Runs the work so that a failure of it leaves no trace in the open transaction.
  ///
  /// @return the failure; what may pass by itself (a lost connection) is thrown instead
  Optional<RuntimeException> attempt(Runnable work) {
    var failure =
        jdbc.execute(
            (ConnectionCallback<Optional<RuntimeException>>)
                connection -> {
                  var savepoint = connection.setSavepoint();
                  try {
                    work.run();
                    connection.releaseSavepoint(savepoint);
                    return Optional.empty();
                  } catch (TransientDataAccessException | DataAccessResourceFailureException e) {
                    throw e;
                  } catch (RuntimeException e) {
                    connection.rollback(savepoint);
                    return Optional.of(e);
                  }
                });
    return failure == null ? Optional.empty() : failure;
  }

  Changeset.Parked park(Changeset changeset, Changeset.AggregateState state, RuntimeException why) {
    if (!Hypothesis.isOpen()) {
      log.warn("parked {} {} of change {}", state.aggregate(), state.id(), changeset.root(), why);
    }
    var reason = why.getClass().getSimpleName();
    jdbc.update(
        """
        insert into parked (conference, aggregate, id, changeset, root, incarnation, version, event, state, reason)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (conference, aggregate, id) do update
          set changeset = excluded.changeset, root = excluded.root, incarnation = excluded.incarnation,
              version = excluded.version, event = excluded.event, state = excluded.state, reason = excluded.reason,
              parked_at = now()\
        """,
        changeset.conference(),
        state.aggregate(),
        state.id(),
        changeset.id(),
        changeset.root(),
        changeset.incarnation(),
        state.version(),
        state.event(),
        json.writeValueAsString(state.state()),
        reason);
    return new Changeset.Parked(state.aggregate(), state.id(), reason);
  }

  /// Forgets what was parked of aggregates that now have a newer state.
  List<Changeset.Parked> superseded(
      UUID conference, String aggregate, List<Changeset.AggregateState> newer) {
    List<Changeset.Parked> gone = new ArrayList<>();
    for (var state : newer) {
      if (remove(conference, aggregate, state.id())) {
        gone.add(new Changeset.Parked(aggregate, state.id(), "superseded"));
      }
    }
    return gone;
  }

  boolean remove(UUID conference, String aggregate, String id) {
    return jdbc.update(
            "delete from parked where conference = ? and aggregate = ? and id = ?",
            conference,
            aggregate,
            id)
        == 1;
  }
}
