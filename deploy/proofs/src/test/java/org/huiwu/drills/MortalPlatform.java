package org.huiwu.drills;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/// A platform that is killed at moments of its own, whatever it is doing then, and started again.
/// Only while somebody asks it something it lives on: what it does by itself meets the kills.
final class MortalPlatform implements AutoCloseable {
  private final Path scratch;
  private final int port;
  private final Map<String, String> environment;
  private final ReentrantReadWriteLock life = new ReentrantReadWriteLock(true);
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger killed = new AtomicInteger();
  private final AtomicReference<@Nullable Exception> trouble = new AtomicReference<>();
  private volatile ThrowawayPlatform platform;

  MortalPlatform(Path scratch, int port, Map<String, String> environment) throws IOException {
    this.scratch = scratch;
    this.port = port;
    this.environment = environment;
    this.platform = new ThrowawayPlatform(scratch, port, environment);
  }

  /// @param moments from now on
  void dies(SortedSet<Duration> moments) {
    moments.forEach(m -> timer.schedule(this::kill, m.toMillis(), TimeUnit.MILLISECONDS));
  }

  private void kill() {
    life.writeLock().lock();
    try {
      platform.kill();
      platform = new ThrowawayPlatform(scratch, port, environment);
      killed.incrementAndGet();
    } catch (IOException | RuntimeException e) {
      trouble.compareAndSet(null, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      life.writeLock().unlock();
    }
  }

  /// Asks it something between two kills.
  <T> T ask(Callable<T> question) throws Exception {
    life.readLock().lock();
    try {
      var broken = trouble.get();
      if (broken != null) {
        throw new IllegalStateException("it did not come back", broken);
      }
      return question.call();
    } finally {
      life.readLock().unlock();
    }
  }

  /// How often it was killed and came back.
  int killed() {
    return killed.get();
  }

  String address() {
    return platform.address();
  }

  String password() {
    return platform.password();
  }

  String log() throws IOException {
    return platform.log();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    life.writeLock().lock();
    try {
      platform.close();
    } finally {
      life.writeLock().unlock();
    }
  }
}
