package org.huiwu.registration.roster.importing;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.huiwu.platform.messaging.Hypothesis;
import org.huiwu.registration.roster.Roster;
import org.huiwu.registration.roster.Rosters;
import org.huiwu.registration.roster.Rosters.Unfinished;
import org.huiwu.registration.roster.importing.RosterImport.DoneElsewhereException;
import org.huiwu.registration.roster.importing.RosterImport.StoppedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Runs the imports: those of one conference one after the other in the order of upload, those of
/// different conferences side by side. What was interrupted goes on when the service starts, and
/// what another instance has left behind after a minute.
@Component
public class RosterImports implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(RosterImports.class);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
  private static final int SIDE_BY_SIDE = 2;
  private static final long SWEEP_SECONDS = 20;
  private static final long LEFT_BEHIND_SECONDS = 60;
  private static final long RETRY_SECONDS = 1;
  private static final long STOP_SECONDS = 4;

  private record Job(Unfinished roster, CompletableFuture<Void> ended) {}

  private final Rosters rosters;
  private final RosterImport importing;
  private final Map<UUID, Deque<Job>> lanes = new HashMap<>();
  private volatile @Nullable ScheduledExecutorService threads;

  RosterImports(Rosters rosters, RosterImport importing) {
    this.rosters = rosters;
    this.importing = importing;
  }

  /// Imports an uploaded roster, and waits for it, but not longer than `atMost`. In a preview it is
  /// read at once and whole: nobody else sees that it was uploaded.
  ///
  /// @return what it does to people; empty but in a preview
  /// @throws Hypothesis.TooLongException when a preview's time is over
  public Optional<RosterDifference> take(UUID conference, UUID roster, Duration atMost) {
    if (Hypothesis.isOpen()) {
      var notes = new DifferenceNotes();
      tried(new Unfinished(conference, roster), notes);
      return Optional.of(notes.told());
    }
    join(submit(new Unfinished(conference, roster)), atMost);
    return Optional.empty();
  }

  /// As [#run], but that nothing is left for later.
  private void tried(Unfinished roster, Consumer<Intake> witness) {
    try {
      importing.run(roster, () -> !Hypothesis.isOver(), witness);
    } catch (StoppedException _) {
      throw new Hypothesis.TooLongException();
    } catch (DataIntegrityViolationException _) {
      importing.giveUp(roster);
    } catch (DataAccessException
        | TransactionException
        | Hypothesis.TooLongException
        | Hypothesis.TooLargeException e) {
      throw e;
    } catch (RuntimeException _) {
      importing.giveUp(roster);
    }
  }

  private static void join(CompletableFuture<Void> ended, Duration atMost) {
    try {
      ended.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      log.debug("a roster takes longer");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits for the end of an import, wherever it runs, but not longer than `atMost`.
  public void await(UUID conference, UUID roster, Duration atMost) {
    var deadline = System.nanoTime() + atMost.toNanos();
    var here = running(new Unfinished(conference, roster));
    if (here.isPresent()) {
      join(here.get(), atMost);
      return;
    }
    while (System.nanoTime() < deadline
        && !Thread.currentThread().isInterrupted()
        && rosters.get(conference, roster).status() == Roster.Status.READING) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  private Optional<CompletableFuture<Void>> running(Unfinished roster) {
    synchronized (lanes) {
      return Optional.ofNullable(lanes.get(roster.conference())).stream()
          .flatMap(Deque::stream)
          .filter(job -> job.roster().equals(roster))
          .map(Job::ended)
          .findFirst();
    }
  }

  @Override
  public synchronized void start() {
    var started =
        Executors.newScheduledThreadPool(
            SIDE_BY_SIDE, Thread.ofPlatform().name("registration-import-", 1).factory());
    threads = started;
    started.execute(() -> sweep(0));
    started.scheduleWithFixedDelay(
        () -> sweep(LEFT_BEHIND_SECONDS), SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public synchronized void stop() {
    var stopping = threads;
    threads = null;
    if (stopping == null) {
      return;
    }
    stopping.shutdownNow();
    try {
      if (!stopping.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        log.warn("an import is still in its transaction");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    synchronized (lanes) {
      lanes.values().forEach(lane -> lane.forEach(job -> job.ended().complete(null)));
      lanes.clear();
    }
  }

  @Override
  public boolean isRunning() {
    return threads != null;
  }

  private void sweep(long idleSeconds) {
    try {
      rosters.unfinished(idleSeconds).forEach(this::submit);
    } catch (DataAccessException e) {
      log.warn("interrupted imports are looked for again in {} s", SWEEP_SECONDS, e);
    }
  }

  /// @return ends when the import does, or at once when nothing is running
  private CompletableFuture<Void> submit(Unfinished roster) {
    synchronized (lanes) {
      var working = threads;
      if (working == null) {
        return CompletableFuture.completedFuture(null);
      }
      var lane = lanes.computeIfAbsent(roster.conference(), _ -> new ArrayDeque<>());
      for (var job : lane) {
        if (job.roster().equals(roster)) {
          return job.ended();
        }
      }
      var job = new Job(roster, new CompletableFuture<>());
      lane.add(job);
      if (lane.size() == 1) {
        working.execute(() -> work(roster.conference(), lane));
      }
      return job.ended();
    }
  }

  private void work(UUID conference, Deque<Job> lane) {
    for (var job = next(conference, lane, null); job != null; job = next(conference, lane, job)) {
      run(job.roster());
      job.ended().complete(null);
    }
  }

  private @Nullable Job next(UUID conference, Deque<Job> lane, @Nullable Job done) {
    synchronized (lanes) {
      if (done != null) {
        lane.remove(done);
      }
      if (lane.isEmpty() || threads == null) {
        lanes.remove(conference, lane);
        return null;
      }
      return lane.getFirst();
    }
  }

  private void run(Unfinished roster) {
    try {
      importing.run(roster, this::isRunning, _ -> {});
    } catch (StoppedException | DoneElsewhereException e) {
      log.info(
          "the import of roster {} is left: {}", roster.roster(), e.getClass().getSimpleName());
    } catch (DataIntegrityViolationException e) {
      giveUp(roster, e);
    } catch (DataAccessException | TransactionException e) {
      later(roster, e);
    } catch (RuntimeException e) {
      giveUp(roster, e);
    }
  }

  private void later(Unfinished roster, RuntimeException because) {
    var working = threads;
    if (working != null) {
      log.warn("the import of roster {} is tried again: {}", roster.roster(), kind(because));
      working.schedule(() -> submit(roster), RETRY_SECONDS, TimeUnit.SECONDS);
    }
  }

  private void giveUp(Unfinished roster, RuntimeException because) {
    log.error("the import of roster {} fails: {}", roster.roster(), kind(because));
    try {
      importing.giveUp(roster);
    } catch (DataAccessException | TransactionException | DoneElsewhereException e) {
      later(roster, e);
    }
  }

  /// Only the kind of failure and where: its message may quote what stands in a cell.
  private static String kind(RuntimeException failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    var state = root instanceof SQLException sql ? " " + sql.getSQLState() : "";
    var at = root.getStackTrace().length == 0 ? "" : " at " + root.getStackTrace()[0];
    return failure.getClass().getName() + ", " + root.getClass().getName() + state + at;
  }
}
