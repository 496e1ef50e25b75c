package org.huiwu.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;
import org.huiwu.notification.NotificationApplication;
import org.huiwu.platform.messaging.Changeset;
import org.huiwu.platform.messaging.ChangesetHandler;
import org.huiwu.platform.messaging.Messenger;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;

/// The notification service in this process: tells when the transaction that cut a change's version
/// has committed.
final class NotificationInside implements AutoCloseable {
  private static final long ACTIVE = TimeUnit.SECONDS.toNanos(60);

  /// Stands before notification's own handler and looks at the clock after each commit. Used by the
  /// one thread that reads.
  private static final class Watched implements ChangesetHandler, Ordered {
    private final BeanFactory beans;
    private final List<Moved> taken = new ArrayList<>();
    private volatile ObjLongConsumer<Moved> listener = (_, _) -> {};

    Watched(BeanFactory beans) {
      this.beans = beans;
    }

    private ChangesetHandler own() {
      return beans.getBean("rippleLedger", ChangesetHandler.class);
    }

    @Override
    public List<String> owners() {
      return own().owners();
    }

    @Override
    public boolean followsRipples() {
      return own().followsRipples();
    }

    @Override
    public boolean concerns(Changeset changeset) {
      return own().concerns(changeset);
    }

    @Override
    public boolean mayWait(List<Changeset> news) {
      return own().mayWait(news);
    }

    @Override
    public void on(UUID conference, List<Changeset> changesets, boolean carefully) {
      own().on(conference, changesets, carefully);
      changesets.stream()
          .flatMap(c -> c.states().stream())
          .flatMap(s -> Moved.in(s.state().tree().path("hall").asString("")).stream())
          .forEach(taken::add);
    }

    @Override
    public void committed(UUID conference) {
      var at = System.nanoTime();
      taken.forEach(moved -> listener.accept(moved, at));
      taken.clear();
      own().committed(conference);
    }

    @Override
    public int getOrder() {
      return HIGHEST_PRECEDENCE;
    }
  }

  private final ConfigurableApplicationContext context;
  private final Watched watched;

  NotificationInside(Servers servers) {
    context =
        Inside.start(
            servers,
            NotificationApplication.class,
            "notification",
            Map.of(),
            beans -> beans.registerBean("watched", Watched.class, () -> new Watched(beans)));
    watched = context.getBean(Watched.class);
    var messenger = context.getBean(Messenger.class);
    if (!messenger.awaitActive(ACTIVE)) {
      throw new IllegalStateException("notification cannot read: " + messenger.condition());
    }
  }

  /// @param listener told of each change and when it was committed ([System#nanoTime])
  void listen(ObjLongConsumer<Moved> listener) {
    watched.listener = listener;
  }

  @Override
  public void close() {
    context.close();
  }
}
