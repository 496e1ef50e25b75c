package org.huiwu.platform.messaging;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Answers 'what if': runs the service's own code under the conference's lock, in a transaction
/// that is rolled back whatever happens. Nothing is written and nobody is told.
public final class Hypotheses {
  /// A lock was not given in time, a statement took too long, somebody waited for us as we for
  /// them, the connection was idle for too long. (That the pool gave none has no state.)
  private static final Set<String> BUSY = Set.of("55P03", "57014", "40P01", "25P03");

  /// Who looks at the clock stops before the database ends the connection.
  private static final Duration BEYOND = Duration.ofSeconds(1);

  /// Others work in the conference: nothing came of it, and another attempt may succeed.
  public static final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BusyException(String message) {
      super(message);
    }

    BusyException(Throwable cause) {
      super(cause);
    }
  }

  /// How long others may have to wait for it.
  ///
  /// @param lock how long it waits for the conference's lock
  /// @param held how long it may hold the lock; no statement takes longer, and it does not lie idle
  ///   for much longer
  /// @param states how many aggregates' states may be said in it
  public record Limits(Duration lock, Duration held, long states) {}

  private final TransactionTemplate transactions;
  private final JdbcTemplate jdbc;
  private final Parking parking;
  private final SubscriberHandler handler;

  Hypotheses(
      TransactionTemplate transactions,
      JdbcTemplate jdbc,
      Parking parking,
      SubscriberHandler handler) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.parking = parking;
    this.handler = handler;
  }

  /// @throws BusyException when it would have had to wait for others for too long
  /// @throws Hypothesis.TooLongException when it has held the lock for as long as it may
  /// @throws Hypothesis.TooLargeException when more would be said than the limit
  public <T> T test(UUID conference, Limits limits, Function<Hypothesis, T> work) {
    var hypothesis = new Hypothesis(jdbc, parking, handler, limits.states(), limits.held());
    try {
      return hypothesis.during(() ->
          transactions.execute(status -> {
            status.setRollbackOnly();
            limit("lock_timeout", limits.lock());
            limit("statement_timeout", limits.held());
            limit("idle_in_transaction_session_timeout", limits.held().plus(BEYOND));
            ChangeLog.lock(jdbc, conference);
            hypothesis.begin();
            limit("lock_timeout", limits.held());
            return work.apply(hypothesis);
          }));
    } catch (DataAccessException | TransactionException e) {
      if (!hypothesis.left().isPositive()) {
        throw new Hypothesis.TooLongException(e);
      }
      throw isBusy(e) ? new BusyException(e) : e;
    }
  }

  private void limit(String setting, Duration time) {
    jdbc.query(
        "select set_config(?, ?, true)",
        row -> {},
        setting,
        Long.toString(Math.max(1, time.toMillis())));
  }

  private static boolean isBusy(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException
          || (cause instanceof SQLException sql
              && BUSY.contains(Objects.requireNonNullElse(sql.getSQLState(), "")))) {
        return true;
      }
    }
    return false;
  }
}
