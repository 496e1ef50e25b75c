package org.huiwu.platform.messaging;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/// Says everything anew that this service owns, after `./huiwu recover`: a change called `recover`
/// for each conference, in parts of 500. How far it came stands in the database and moves in the
/// transaction of each part, so that what was cut short goes on, and no two instances say the same
/// part.
final class Restatement implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Restatement.class);
  private static final int PART = 500;
  private static final long RETRY_MILLIS = 1_000;
  private static final long JOIN_MILLIS = 5_000;

  private record Task(UUID conference, UUID root, int part, int kind, String after) {}

  private final JdbcTemplate jdbc;
  private final ChangeLog changes;
  private final List<Restated> kinds;
  private final Clock clock;
  private volatile boolean running;
  private @Nullable Thread thread;

  Restatement(JdbcTemplate jdbc, ChangeLog changes, List<Restated> kinds, Clock clock) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.kinds = kinds.stream().sorted(Comparator.comparingInt(Restated::order)).toList();
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    running = true;
    if (kinds.isEmpty()) {
      // a service that owns nothing has nothing to say
      jdbc.update("delete from recovery_task");
    } else if (next().isPresent()) {
      thread = Thread.ofPlatform().name("restatement").start(this::run);
    }
  }

  @Override
  public synchronized void stop() {
    running = false;
    if (thread != null) {
      thread.interrupt();
      try {
        thread.join(JOIN_MILLIS);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      thread = null;
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void run() {
    while (running) {
      try {
        var task = next();
        if (task.isEmpty()) {
          return;
        }
        say(task.get());
      } catch (RuntimeException e) {
        if (!running) {
          return;
        }
        log.warn("what this service owns could not be said anew; it is tried again", e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(RETRY_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  private Optional<Task> next() {
    return jdbc
        .query(
            "select conference, root, part, kind, after from recovery_task order by conference limit 1",
            (row, _) ->
                new Task(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getInt(3),
                    row.getInt(4),
                    row.getString(5)))
        .stream()
        .findFirst();
  }

  private void say(Task task) {
    var origin = new Origin("recover", "platform", "platform", null, clock.instant());
    var last = task.kind() >= kinds.size();
    changes.part(
        task.conference(),
        origin,
        task.root(),
        task.part() + 1,
        last,
        scope -> {
          mustBeCurrent(task);
          if (last) {
            jdbc.update("delete from recovery_task where conference = ?", task.conference());
            return null;
          }
          var said = kinds.get(task.kind()).say(scope, task.after(), PART);
          jdbc.update(
              "update recovery_task set part = part + 1, kind = ?, after = ? where conference = ?",
              said.isPresent() ? task.kind() : task.kind() + 1,
              said.orElse(""),
              task.conference());
          return null;
        });
  }

  /// Another instance may have said this part in the meantime.
  private void mustBeCurrent(Task task) {
    var parts =
        jdbc.queryForList(
            "select part from recovery_task where conference = ? for update",
            Integer.class,
            task.conference());
    if (!parts.equals(List.of(task.part()))) {
      throw new IllegalStateException("another instance has gone on");
    }
  }
}
