package org.huiwu.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The one way in which a service changes anything: one transaction under the conference's lock,
/// one changeset of it or none.
///
/// One writer per conference and service: no write skew, no deadlock, and the outbox's order is the
/// commit order within a conference. Two conferences never wait for each other.
public final class ChangeLog {

  /// @param change the root's id; empty when nothing changed, then there is nothing to wait for
  public record Committed<T>(T result, Optional<UUID> change) {}

  private final TransactionTemplate transactions;

  /// In a hypothesis, whose transaction is open: what fails leaves no trace there either.
  private final TransactionTemplate nested;

  private final JdbcTemplate jdbc;
  private final Outbox outbox;
  private final List<ScopeCompletion> completions;
  private final WakeUp relay;

  ChangeLog(
      TransactionTemplate transactions,
      JdbcTemplate jdbc,
      Outbox outbox,
      List<ScopeCompletion> completions,
      WakeUp relay) {
    this.transactions = transactions;
    this.nested = new TransactionTemplate(manager(transactions));
    nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.completions = completions;
    this.relay = relay;
  }

  /// Told inside the transaction, last of all, what comes of it.
  public interface Finish<T> {
    void finish(T result, Optional<UUID> change);
  }

  /// Runs a command. What `work` throws leaves no trace.
  public <T> Committed<T> change(UUID conference, Origin origin, Function<ChangeScope, T> work) {
    return change(conference, origin, work, (_, _) -> {});
  }

  public <T> Committed<T> change(
      UUID conference, Origin origin, Function<ChangeScope, T> work, Finish<T> finish) {
    var id = UUID.randomUUID();
    return run(
        new ChangeScope(id, conference, id, null, null, Changeset.Part.WHOLE, origin),
        false,
        work,
        finish);
  }

  /// Runs part `n` (from 1) of a change that is too large for one transaction. Every part but the
  /// last announces the next one, so that the change cannot settle while parts are missing.
  public <T> Committed<T> part(
      UUID conference,
      Origin origin,
      UUID root,
      int n,
      boolean last,
      Function<ChangeScope, T> work) {
    var part = new Changeset.Part(n, last ? null : partId(root, n + 1));
    var scope =
        new ChangeScope(
            partId(root, n),
            conference,
            root,
            n == 1 ? null : root,
            null,
            part,
            n == 1 ? origin : null);
    return run(scope, n > 1 || !last, work, (_, _) -> {});
  }

  /// Runs something under the conference's lock that is no change: nothing of it is published.
  public <T> T locked(UUID conference, Supplier<T> work) {
    var result =
        transactions.execute(_ -> {
          lock(jdbc, conference);
          return work.get();
        });
    return result;
  }

  private <T> Committed<T> run(
      ChangeScope scope, boolean evenIfEmpty, Function<ChangeScope, T> work, Finish<T> finish) {
    var committed =
        (Hypothesis.isOpen() ? nested : transactions)
            .execute(_ -> {
              lock(jdbc, scope.conference());
              var result = work.apply(scope);
              completions.forEach(c -> c.complete(scope));
              Optional<UUID> change = Optional.empty();
              if (!scope.isEmpty() || evenIfEmpty) {
                outbox.append(scope, List.of());
                change = Optional.of(scope.root());
              }
              finish.finish(result, change);
              return new Committed<>(result, change);
            });
    if (committed.change().isPresent() && !Hypothesis.isOpen()) {
      relay.wake();
    }
    return committed;
  }

  private static PlatformTransactionManager manager(TransactionTemplate transactions) {
    return Objects.requireNonNull(transactions.getTransactionManager());
  }

  /// Deterministic, so that a part that is run again after a crash bears the same id.
  static UUID partId(UUID root, int n) {
    return n == 1 ? root : derived(root, "part:" + n);
  }

  static UUID derived(UUID from, String what) {
    return UUID.nameUUIDFromBytes((from + "/" + what).getBytes(StandardCharsets.UTF_8));
  }

  /// From how many rows on a transaction is a large one.
  private static final int MANY = 100;

  /// Within a transaction: if it is about many rows its statements are planned for their own
  /// parameters. The plans at hand were made for a few keys, on tables that may have been empty
  /// then: with hundreds of keys they cost the square of what is there.
  public void planFor(int rows) {
    planFor(jdbc, rows);
  }

  static void planFor(JdbcTemplate jdbc, int rows) {
    if (rows >= MANY) {
      jdbc.execute("set local plan_cache_mode = force_custom_plan");
    }
  }

  static void lock(JdbcTemplate jdbc, UUID conference) {
    jdbc.query(
        "select pg_advisory_xact_lock(?)",
        (RowCallbackHandler) _ -> {},
        conference.getMostSignificantBits() ^ conference.getLeastSignificantBits());
  }
}
