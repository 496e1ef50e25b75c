package org.huiwu.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/// The real platform as a process of its own, and drills on it as `./huiwu drill` plays them.
final class RunningPlatform implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Path scratch;
  private final Process process;

  private RunningPlatform(Path scratch, Process process) {
    this.scratch = scratch;
    this.process = process;
  }

  static RunningPlatform start(Path scratch) throws IOException {
    Files.createDirectories(scratch);
    var ready = scratch.resolve("ready");
    var process =
        java(
            scratch.resolve("output"),
            List.of(
                "-Xmx480m",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.springframework.boot.logging.LoggingSystem=none"),
            List.of(
                "org.huiwu.standalone.Standalone",
                "--data",
                scratch.resolve("data").toString(),
                "--port",
                "0",
                "--ready",
                ready.toString()));
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> Files.exists(ready) || !process.isAlive());
    if (!Files.exists(ready)) {
      throw new IllegalStateException(
          "the platform did not start: " + Files.readString(scratch.resolve("output")));
    }
    return new RunningPlatform(scratch, process);
  }

  private static Process java(Path output, List<String> options, List<String> application)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(application);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  Path data() {
    return scratch.resolve("data");
  }

  String address() throws IOException {
    return Files.readString(scratch.resolve("ready"));
  }

  String password() throws IOException {
    return Files.readString(data().resolve("administrator-password")).strip();
  }

  /// Begins a drill; its output is in `drill`.
  Process drill(Path folder) throws IOException {
    return java(
        scratch.resolve("drill"),
        List.of(),
        List.of(
            "org.huiwu.drills.DrillLauncher",
            folder.toString(),
            "--url",
            address(),
            "--administrator-password-file",
            data().resolve("administrator-password").toString(),
            "--out",
            scratch.resolve("out").toString()));
  }

  String drillOutput() throws IOException {
    return Files.readString(scratch.resolve("drill"));
  }

  /// It is gone afterwards.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
