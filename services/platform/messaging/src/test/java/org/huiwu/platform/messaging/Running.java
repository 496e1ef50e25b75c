package org.huiwu.platform.messaging;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Something that runs until it is interrupted or fails.
final class Running implements AutoCloseable {
  private final Thread thread;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  Running(Callable<?> work) {
    thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                work.call();
              } catch (Exception e) {
                failure.set(e);
              }
            });
  }

  /// Waits until it has ended by itself.
  Optional<Throwable> end() {
    await().atMost(Duration.ofSeconds(20)).until(() -> !thread.isAlive());
    return Optional.ofNullable(failure.get());
  }

  @Override
  public void close() {
    thread.interrupt();
    end();
  }
}
