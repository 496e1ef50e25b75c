package org.huiwu.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/// One application as a process of its own, told everything by its environment
/// (docs/how-to-run-processes.md).
public final class ApplicationProcess implements AutoCloseable {
  /// Eight of them start side by side, on a machine that others may use, too.
  private static final Duration PATIENCE = Duration.ofMinutes(6);

  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final long END_SECONDS = 15;
  private static final int OK = 200;

  private final Process process;
  private final String address;
  private final Path output;

  private ApplicationProcess(Process process, String address, Path output) {
    this.process = process;
    this.address = address;
    this.output = output;
  }

  /// @param application the name of its class
  /// @param output where its log goes
  static ApplicationProcess start(
      String application, int port, Map<String, String> environment, Path output) {
    var builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx160m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-cp",
                    System.getProperty("java.class.path"),
                    application))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("HUIWU_"));
    builder.environment().putAll(environment);
    builder.environment().put("PORT", Integer.toString(port));
    try {
      return new ApplicationProcess(builder.start(), "http://127.0.0.1:" + port, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String address() {
    return address;
  }

  /// Returns when it says that it serves, and fails with its log when it ends instead.
  public void awaitReady() {
    try (var http = HttpClient.newHttpClient()) {
      Awaitility.await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(200))
          .until(() -> !process.isAlive() || isReady(http));
    }
    if (!process.isAlive()) {
      throw new IllegalStateException("it has ended by itself: " + log());
    }
  }

  private boolean isReady(HttpClient http) throws InterruptedException {
    var question =
        HttpRequest.newBuilder(URI.create(address + "/actuator/health/readiness"))
            .timeout(ANSWER)
            .build();
    try {
      return http.send(question, BodyHandlers.discarding()).statusCode() == OK;
    } catch (IOException _) {
      return false;
    }
  }

  /// Everything that it and those before it of the same name have said.
  public String log() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// SIGKILL: it says farewell to nobody.
  public void kill() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// SIGSTOP: it stands still and keeps what it holds, until it is killed or goes on.
  public void pause() {
    signal("STOP");
  }

  public void goOn() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      var sent =
          new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (sent.waitFor() != 0) {
        throw new IllegalStateException("it is not there any more");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /// Asks it to end, without waiting for it.
  void end() {
    process.destroy();
  }

  /// It is gone afterwards, whatever it was doing.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException _) {
      kill();
      Thread.currentThread().interrupt();
    }
  }
}
