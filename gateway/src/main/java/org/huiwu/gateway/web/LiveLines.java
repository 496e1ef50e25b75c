package org.huiwu.gateway.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.huiwu.gateway.session.Sessions;
import org.huiwu.gateway.session.SignedIn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// The live streams that are open: twice a second the database is asked whether those who listen
/// still may. Who signed out, was disabled, or holds something else now is hung up on; a page that
/// still may comes again by itself and gets a token for what it holds now.
@Component
public class LiveLines implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(LiveLines.class);
  private static final long EVERY_MILLIS = 500;
  private static final int SEEN_EVERY = 60;

  private record Line(@Nullable SignedIn who, Runnable hangUp) {}

  private final Sessions sessions;
  private final Map<UUID, Line> lines = new ConcurrentHashMap<>();
  private @Nullable ScheduledExecutorService timer;
  private int round;

  LiveLines(Sessions sessions) {
    this.sessions = sessions;
  }

  /// @param who null: a visitor, of whom the service knows whether they still may
  /// @param hangUp may be called from any thread, at any time after
  /// @return to [#closed] it with
  UUID opened(@Nullable SignedIn who, Runnable hangUp) {
    var id = UUID.randomUUID();
    lines.put(id, new Line(who, hangUp));
    return id;
  }

  void closed(UUID line) {
    lines.remove(line);
  }

  private void look() {
    if (lines.isEmpty()) {
      return;
    }
    try {
      var open = List.copyOf(lines.values());
      var still =
          sessions.still(
              open.stream()
                  .map(Line::who)
                  .filter(Objects::nonNull)
                  .map(SignedIn::session)
                  .collect(Collectors.toSet()));
      for (var line : open) {
        var who = line.who();
        var rights = who == null ? null : still.get(who.session());
        if (who != null && (rights == null || rights != who.rights())) {
          line.hangUp().run();
        }
      }
      if (round++ % SEEN_EVERY == 0) {
        sessions.seen(still.keySet());
      }
    } catch (DataAccessException e) {
      log.warn("cannot ask who may still listen", e);
    }
  }

  @Override
  public synchronized void start() {
    var started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-lines").factory());
    started.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    timer = started;
  }

  /// Streams end before the web server waits for its requests to end.
  @Override
  public synchronized void stop() {
    if (timer != null) {
      timer.shutdownNow();
      timer = null;
    }
    lines.values().forEach(l -> l.hangUp().run());
  }

  @Override
  public synchronized boolean isRunning() {
    return timer != null;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
