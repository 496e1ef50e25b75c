package org.huiwu.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.huiwu.drills.Door;

/// A platform as its users start it, `./huiwu up`, on a folder and a port of its own.
final class Launched implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 300;
  private static final String HEALTHY = "Huiwu is up";

  /// What the launcher says when the sample conference is in, or was there already.
  private static final String COMPLETE = "Ctrl-C stops it";

  private final Process launcher;
  private final Path data;
  private final int port;
  private final long begun = System.nanoTime();
  private volatile long healthy;
  private volatile boolean closing;
  private final CountDownLatch isHealthy = new CountDownLatch(1);
  private final CountDownLatch isComplete = new CountDownLatch(1);
  private final List<String> said = Collections.synchronizedList(new ArrayList<>());

  private Launched(Process launcher, Path data, int port) {
    this.launcher = launcher;
    this.data = data;
    this.port = port;
    Thread.ofPlatform().daemon().name("launcher").start(this::read);
  }

  /// Begins a start; [#awaitHealthy] says when it has been one.
  ///
  /// @param environment further variables of the launcher
  static Launched begin(Path launcher, Path data, int port, Map<String, String> environment)
      throws IOException {
    var command =
        new ProcessBuilder(
                "sh",
                launcher.toString(),
                "up",
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port))
            .redirectErrorStream(true);
    command.environment().put("HUIWU_AOT", "off");
    command.environment().putAll(environment);
    return new Launched(command.start(), data, port);
  }

  /// A port that is free now.
  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void read() {
    try (BufferedReader lines = launcher.inputReader(StandardCharsets.UTF_8)) {
      String line;
      while ((line = lines.readLine()) != null) {
        said.add(line);
        if (line.contains(HEALTHY)) {
          healthy = System.nanoTime();
          isHealthy.countDown();
        } else if (line.contains(COMPLETE)) {
          isComplete.countDown();
        }
      }
    } catch (IOException e) {
      if (!closing) {
        throw new UncheckedIOException(e);
      }
    } finally {
      // there is nothing more to wait for
      isHealthy.countDown();
      isComplete.countDown();
    }
  }

  /// @return nanoseconds from the launcher's start to the line that says that it is up
  long awaitHealthy() throws InterruptedException {
    await(isHealthy);
    return healthy - begun;
  }

  /// When it was healthy ([System#nanoTime]).
  long healthyAt() {
    return healthy;
  }

  /// Until the sample conference is there, too.
  void awaitComplete() throws InterruptedException {
    await(isComplete);
  }

  private void await(CountDownLatch latch) throws InterruptedException {
    if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS) || !launcher.isAlive()) {
      throw new IllegalStateException("the platform did not come up: " + said);
    }
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  Door administrator() throws IOException {
    return Door.signIn(
        address(),
        "administrator",
        Files.readString(data.resolve("administrator-password")).strip());
  }

  /// The platform's own process: of the launcher's JVMs the first (what loads the sample comes
  /// later). Its command line is longer than what can be asked for.
  ProcessHandle platform() {
    return launcher
        .descendants()
        .filter(p -> p.info().command().orElse("").endsWith("java"))
        .min(Comparator.comparing(p -> p.info().startInstant().orElse(Instant.MAX)))
        .orElseThrow(() -> new IllegalStateException("the platform's process is gone"));
  }

  /// `kill -9`; returns when the launcher has noticed.
  void kill() throws InterruptedException {
    platform().destroyForcibly();
    launcher.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /// As Ctrl-C does.
  @Override
  public void close() {
    closing = true;
    launcher.destroy();
    try {
      if (!launcher.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        launcher.descendants().forEach(ProcessHandle::destroyForcibly);
        launcher.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
