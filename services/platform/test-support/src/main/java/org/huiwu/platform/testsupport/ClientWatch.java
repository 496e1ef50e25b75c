package org.huiwu.platform.testsupport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows whether anybody still needs the servers. Every test process holds a connection for as long
/// as it lives (the operating system closes it, however the process ends) and names the build it
/// belongs to. They are needed no longer when nobody is connected and either every build known has
/// ended, or nobody has been connected for the idle limit, or the servers can no longer be found by
/// anybody.
final class ClientWatch implements AutoCloseable {

  /// The first line to each client: whoever does not get it has met somebody else, or a host that
  /// is about to end.
  static final String GREETING = "huiwu-test-servers";

  /// Sent by a client that belongs to no build (one started by an editor).
  static final long NO_BUILD = 0;

  private static final Logger LOG = LoggerFactory.getLogger(ClientWatch.class);
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(500);

  private final ServerSocket control;
  private final Duration idleLimit;
  private final BooleanSupplier canBeFound;
  private final Set<ProcessHandle> builds = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int connected;
  private long lastSeen = System.nanoTime();
  private boolean ending;

  ClientWatch(long firstBuild, Duration idleLimit, BooleanSupplier canBeFound) throws IOException {
    this.idleLimit = idleLimit;
    this.canBeFound = canBeFound;
    this.control = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    belongsTo(firstBuild);
    Thread.ofPlatform().daemon().name("clients").start(this::acceptAll);
  }

  int port() {
    return control.getLocalPort();
  }

  /// Returns once nobody needs the servers; from then on no client is accepted.
  void awaitLast() throws InterruptedException {
    lock.lock();
    try {
      while (isNeeded()) {
        changed.awaitNanos(TICK);
      }
      ending = true;
    } finally {
      lock.unlock();
    }
  }

  private boolean isNeeded() {
    if (connected > 0) {
      return true;
    }
    boolean allBuildsEnded = !builds.isEmpty() && builds.stream().noneMatch(ProcessHandle::isAlive);
    boolean isIdle = System.nanoTime() - lastSeen > idleLimit.toNanos();
    return !allBuildsEnded && !isIdle && canBeFound.getAsBoolean();
  }

  private void acceptAll() {
    while (!control.isClosed()) {
      try {
        Socket client = control.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        LOG.debug("no client accepted", e);
      }
    }
  }

  private void serve(Socket client) {
    if (!count(1)) {
      closeQuietly(client);
      return;
    }
    try (client) {
      client.getOutputStream().write((GREETING + "\n").getBytes(StandardCharsets.US_ASCII));
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        belongsTo(Long.parseLong(line));
      }
    } catch (IOException | NumberFormatException e) {
      LOG.debug("a client was killed, or is none of ours: it counts as gone", e);
    } finally {
      count(-1);
    }
  }

  /// False if it is too late to connect.
  private boolean count(int more) {
    lock.lock();
    try {
      if (ending && more > 0) {
        return false;
      }
      connected += more;
      lastSeen = System.nanoTime();
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void belongsTo(long build) {
    if (build != NO_BUILD) {
      ProcessHandle.of(build).ifPresent(builds::add);
    }
  }

  private static void closeQuietly(Socket client) {
    try {
      client.close();
    } catch (IOException e) {
      LOG.debug("a client was gone before it was refused", e);
    }
  }

  @Override
  public void close() {
    try {
      control.close();
    } catch (IOException e) {
      throw new IllegalStateException("the control port cannot be closed", e);
    }
  }
}
