package org.huiwu.benchmark;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huiwu.platform.messaging.ChangeLog;
import org.huiwu.platform.messaging.Messenger;
import org.huiwu.platform.messaging.Origin;
import org.huiwu.venue.VenueApplication;
import org.huiwu.venue.session.MoveSession;
import org.huiwu.venue.session.PlanSession;
import org.huiwu.venue.session.SessionPlanning;
import org.huiwu.venue.session.Sessions;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/// The venue service in this process, its commands called without HTTP. It moves sessions to other
/// halls: a change of one hop. Nobody subscribes to sessions, the one manifest that such a change
/// affects is the session's own seats, and its new version is committed by notification in the
/// transaction that takes the change in.
final class VenueInside implements AutoCloseable {
  private static final LocalDateTime STARTS = LocalDateTime.of(2026, 6, 9, 9, 0);
  private static final long ACTIVE = TimeUnit.SECONDS.toNanos(60);

  /// A change that was to be rolled back, and was.
  static final class RolledBackException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final ConfigurableApplicationContext context;
  private final ChangeLog changes;
  private final SessionPlanning planning;
  private final Sessions sessions;
  private final Messenger messenger;
  private final List<UUID> conferences;
  private final List<String> codes;
  private final Map<UUID, AtomicInteger> orders = new ConcurrentHashMap<>();

  /// @param conferences how many; changes go round them
  /// @param sessions how many in each
  VenueInside(Servers servers, int conferences, int sessions) {
    context =
        Inside.start(
            servers,
            VenueApplication.class,
            "venue",
            // a messenger that is stopped and started between blocks has nothing to send again
            Map.of("huiwu.messaging.resend-minutes", 0),
            _ -> {});
    changes = context.getBean(ChangeLog.class);
    planning = context.getBean(SessionPlanning.class);
    this.sessions = context.getBean(Sessions.class);
    messenger = context.getBean(Messenger.class);
    this.conferences = Stream.generate(UUID::randomUUID).limit(conferences).toList();
    codes = IntStream.range(0, sessions).mapToObj(i -> "S" + i).toList();
    awaitActive();
    for (var conference : this.conferences) {
      orders.put(conference, new AtomicInteger());
      changes.change(
          conference,
          origin("plan-sessions"),
          scope ->
              planning.plan(
                  scope,
                  codes.stream()
                      .map(code -> new PlanSession(code, code, "a hall", STARTS, null))
                      .toList()));
    }
  }

  private static Origin origin(String action) {
    return new Origin(action, "benchmark", "venue", null, Clock.systemUTC().instant());
  }

  List<UUID> conferences() {
    return conferences;
  }

  ChangeLog changes() {
    return changes;
  }

  JdbcTemplate jdbc() {
    return context.getBean(JdbcTemplate.class);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /// Commits the `n`th change.
  void move(int n) {
    move(n, 0, false, _ -> {});
  }

  /// @param hold nanoseconds between the change's number and its commit
  /// @param register told the conference, within the transaction
  /// @throws RolledBackException when it was to fail
  void move(int n, long hold, boolean fails, Consumer<UUID> register) {
    var conference = conferences.get(n % conferences.size());
    var code = codes.get(n / conferences.size() % codes.size());
    changes.change(
        conference,
        origin("move-session"),
        scope -> {
          var order = orders.getOrDefault(conference, new AtomicInteger()).getAndIncrement();
          var hall = new Moved(n, order).hall();
          return planning.move(
              scope, sessions.get(conference, code), new MoveSession(null, hall, null, null));
        },
        (_, _) -> {
          register.accept(conference);
          if (hold > 0) {
            LockSupport.parkNanos(hold);
          }
          if (fails) {
            throw new RolledBackException();
          }
        });
  }

  /// No relay runs until it is started again.
  void stopMessenger() {
    messenger.stop();
  }

  void startMessenger() {
    messenger.start();
    awaitActive();
  }

  /// Returns at once; [#awaitActive] says when it relays.
  void beginMessenger() {
    messenger.start();
  }

  void awaitActive() {
    if (!messenger.awaitActive(ACTIVE)) {
      throw new IllegalStateException("venue cannot publish: " + messenger.condition());
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
