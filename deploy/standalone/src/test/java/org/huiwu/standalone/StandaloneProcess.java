package org.huiwu.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/// The standalone platform as the launcher runs it: a process of its own, here on the test's class
/// path.
final class StandaloneProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final Path ready;
  private final Path output;

  StandaloneProcess(Path scratch, Path data, int port) throws IOException {
    ready = scratch.resolve("ready");
    output = scratch.resolve("output");
    Files.deleteIfExists(ready);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx480m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1"));
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(List.of("-Dorg.springframework.boot.logging.LoggingSystem=none"));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Standalone.class.getName()));
    command.addAll(
        List.of(
            "--data",
            data.toString(),
            "--port",
            Integer.toString(port),
            "--ready",
            ready.toString()));
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
  }

  /// Waits until it is healthy.
  ///
  /// @return its address
  String address() throws IOException {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> Files.exists(ready) || !process.isAlive());
    if (!Files.exists(ready)) {
      throw new IllegalStateException("it did not start: " + Files.readString(output));
    }
    return Files.readString(ready);
  }

  /// Waits until it has ended by itself.
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("it has not ended");
    }
    return process.exitValue();
  }

  /// SIGTERM.
  int stop() throws InterruptedException {
    process.destroy();
    return exitCode();
  }

  /// What it said, without the log's own lines.
  List<String> said() throws IOException {
    return Files.readAllLines(output).stream()
        .filter(l -> !l.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} .*") && !l.startsWith("WARNING:"))
        .toList();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
