package org.huiwu.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/// The real platform as a process of its own, as `./huiwu drill` starts it.
final class ThrowawayPlatform implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /// Of PostgreSQL's `postmaster.pid`.
  private static final int PORT_LINE = 3;

  private final Process process;
  private final Path output;
  private final String address;
  private final Path password;

  ThrowawayPlatform(Path scratch) throws IOException {
    this(scratch, 0, Map.of());
  }

  /// @param port 0: any that is free
  /// @param environment settings, e.g. a provider's address
  ThrowawayPlatform(Path scratch, int port, Map<String, String> environment) throws IOException {
    var ready = scratch.resolve("ready");
    Files.deleteIfExists(ready);
    output = scratch.resolve("output");
    password = scratch.resolve("data/administrator-password");
    var builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx480m",
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dorg.springframework.boot.logging.LoggingSystem=none",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.huiwu.standalone.Standalone",
                    "--data",
                    scratch.resolve("data").toString(),
                    "--port",
                    Integer.toString(port),
                    "--ready",
                    ready.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    builder.environment().putAll(environment);
    process = builder.start();
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> Files.exists(ready) || !process.isAlive());
    if (!Files.exists(ready)) {
      throw new IllegalStateException("the platform did not start: " + Files.readString(output));
    }
    address = Files.readString(ready);
  }

  String address() {
    return address;
  }

  /// The one-time password of its first start.
  String password() {
    return PasswordFile.read(password);
  }

  /// A service's own database.
  Connection open(String service) throws IOException, SQLException {
    var postgres = password.resolveSibling("postgres");
    var port = Files.readAllLines(postgres.resolve("cluster/postmaster.pid")).get(PORT_LINE);
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%s/huiwu_%s"
            .formatted(port.strip(), service.replace('-', '_')),
        "huiwu",
        Files.readString(postgres.resolve("password")).strip());
  }

  String log() throws IOException {
    return Files.readString(output);
  }

  /// SIGKILL, as by a power cut that spares the disk.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

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
