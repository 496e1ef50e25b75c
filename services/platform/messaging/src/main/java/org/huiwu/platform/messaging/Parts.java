package org.huiwu.platform.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/// The threads of an active messenger. The first that fails interrupts the one that made them;
/// closing ends them all.
final class Parts implements AutoCloseable {
  private static final long JOIN_MILLIS = 5_000;

  interface Work {
    void run() throws Exception;
  }

  private final String service;
  private final Thread watcher = Thread.currentThread();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final List<Thread> threads = new ArrayList<>();

  Parts(String service) {
    this.service = service;
  }

  void start(String name, Work work) {
    threads.add(Thread.ofPlatform().name(service + "-" + name).start(() -> run(work)));
  }

  private void run(Work work) {
    try {
      work.run();
    } catch (InterruptedException | InterruptException _) {
      Thread.currentThread().interrupt();
    } catch (Exception | Error e) {
      if (failure.compareAndSet(null, e)) {
        watcher.interrupt();
      }
    }
  }

  boolean haveFailed() {
    return failure.get() != null;
  }

  /// @throws Relay.CursorAheadException when that is why
  /// @throws IllegalStateException with any other failure
  void check() {
    switch (failure.get()) {
      case null -> {}
      case Relay.CursorAheadException e -> throw e;
      case Throwable e -> throw new IllegalStateException("a part of the messenger failed", e);
    }
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    threads.forEach(Parts::joinUninterrupted);
  }

  private static void joinUninterrupted(Thread part) {
    var interrupted = Thread.interrupted();
    try {
      part.join(JOIN_MILLIS);
    } catch (InterruptedException _) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
