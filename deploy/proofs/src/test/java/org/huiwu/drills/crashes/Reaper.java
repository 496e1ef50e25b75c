package org.huiwu.drills.crashes;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.huiwu.drills.SeparateProcesses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Kills something with `kill -9` every few seconds and starts it again, in an order that the seed
/// gives: everything once before anything twice. When, in the life of who is killed, is chance.
final class Reaper implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Reaper.class);
  private static final String BROKER = "broker";
  private static final String POSTGRES = "postgresql";
  private static final Duration LAST = Duration.ofMinutes(4);

  private final SeparateProcesses platform;
  private final ServersApart servers;
  private final Random random;
  private final List<String> deck = new ArrayList<>();
  private final Map<String, Integer> killed = new TreeMap<>();
  private final AtomicInteger kills = new AtomicInteger();
  private final FutureTask<Void> work = new FutureTask<>(this::loggedReap);
  private final Thread thread = Thread.ofPlatform().name("reaper").unstarted(work);
  private volatile boolean over;

  private Reaper(long seed, SeparateProcesses platform, ServersApart servers) {
    this.platform = platform;
    this.servers = servers;
    this.random = new Random(seed);
  }

  static Reaper begin(long seed, SeparateProcesses platform, ServersApart servers) {
    var reaper = new Reaper(seed, platform, servers);
    reaper.thread.start();
    return reaper;
  }

  private Void loggedReap() throws Exception {
    try {
      return reap();
    } catch (Exception e) {
      if (!over) {
        log.error("what was killed does not come up again, and nothing more is killed", e);
      }
      throw e;
    }
  }

  private Void reap() throws Exception {
    while (!over) {
      pause(1_000, 4_000);
      if (deck.isEmpty()) {
        deck.addAll(platform.instances());
        deck.add(BROKER);
        deck.add(POSTGRES);
        Collections.shuffle(deck, random);
      }
      var victim = deck.removeLast();
      switch (victim) {
        case BROKER -> {
          servers.killBroker();
          pause(0, 1_500);
          servers.startBroker();
        }
        case POSTGRES -> {
          servers.killPostgres();
          pause(0, 1_500);
          servers.startPostgres();
        }
        default -> {
          platform.instance(victim).kill();
          pause(0, 1_500);
          platform.start(victim);
          platform.instance(victim).awaitReady();
        }
      }
      log.info("killed {} and started it again", victim);
      killed.merge(victim, 1, Integer::sum);
      kills.incrementAndGet();
    }
    return null;
  }

  private void pause(int atLeast, int below) throws InterruptedException {
    var end = System.nanoTime() + Duration.ofMillis(random.nextInt(atLeast, below)).toNanos();
    while (!over && System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
  }

  /// Waits until so many have been killed and are up again; the next one dies a few seconds later.
  void awaitKills(int count) {
    await().atMost(LAST).until(() -> kills.get() >= count || work.isDone());
    if (work.isDone() && !over) {
      throw new IllegalStateException("the reaper has ended: its log says why");
    }
  }

  /// What is dead is up again when it returns.
  ///
  /// @return how often each was killed
  /// @throws ExecutionException when something did not come up again
  Map<String, Integer> end() throws InterruptedException, ExecutionException, TimeoutException {
    over = true;
    work.get(LAST.toSeconds(), TimeUnit.SECONDS);
    return Collections.unmodifiableMap(killed);
  }

  @Override
  public void close() {
    over = true;
    thread.interrupt();
  }
}
