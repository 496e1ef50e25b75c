package org.huiwu.drills.crashes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.huiwu.drills.FreePorts;
import org.huiwu.drills.Servers;
import org.huiwu.platform.embedded.PostgresServer;
import org.huiwu.platform.embedded.PostgresSettings;

/// A PostgreSQL and a broker, both durable, that are killed with `kill -9` and started again on
/// their data, at the same address.
final class ServersApart implements Servers {
  private static final long END_SECONDS = 30;

  private final Path scratch;
  private final PostgresSettings postgresSettings;
  private final Path brokerFolder;
  private final int brokerPort;
  private volatile PostgresServer postgres;
  private volatile Process broker;

  private ServersApart(Path scratch, PostgresSettings settings, Path brokerFolder, int brokerPort)
      throws IOException {
    this.scratch = scratch;
    this.postgresSettings = settings;
    this.brokerFolder = brokerFolder;
    this.brokerPort = brokerPort;
    this.postgres = PostgresServer.start(settings);
    try {
      this.broker = BrokerProcess.spawn(brokerFolder, brokerPort, output());
    } catch (IOException | RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  static ServersApart start(Path scratch) throws IOException {
    return start(scratch, scratch.resolve("postgres"), scratch.resolve("kafka"), Map.of());
  }

  /// @param options further settings of PostgreSQL
  static ServersApart start(
      Path scratch, Path postgresFolder, Path brokerFolder, Map<String, String> options)
      throws IOException {
    Files.createDirectories(scratch);
    var ports = FreePorts.find(2);
    var settings =
        PostgresSettings.in(postgresFolder)
            .withPort(ports.getFirst())
            .withMinimumFree(0)
            .withOnFault(_ -> {})
            .withOptions(options);
    return new ServersApart(scratch, settings, brokerFolder, ports.getLast());
  }

  @Override
  public PostgresServer postgres() {
    return postgres;
  }

  @Override
  public String bootstrap() {
    return "127.0.0.1:" + brokerPort;
  }

  Path brokerFolder() {
    return brokerFolder;
  }

  boolean brokerIsAlive() {
    return broker.isAlive();
  }

  void killBroker() throws InterruptedException {
    broker.destroyForcibly().waitFor();
  }

  void startBroker() throws IOException {
    broker = BrokerProcess.spawn(brokerFolder, brokerPort, output());
  }

  /// The postmaster and every session, at once: nobody writes anything out any more.
  void killPostgres() throws IOException, InterruptedException {
    List<ProcessHandle> all = new ArrayList<>();
    postmaster()
        .forEach(p -> {
          all.add(p);
          p.children().forEach(all::add);
        });
    all.forEach(ProcessHandle::destroyForcibly);
    for (var one : all) {
      awaitEnd(one);
    }
    postgres.close();
  }

  private List<ProcessHandle> postmaster() throws IOException {
    var file = postgresSettings.folder().resolve("cluster/postmaster.pid");
    return Files.exists(file)
        ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip())).stream()
            .toList()
        : List.of();
  }

  private static void awaitEnd(ProcessHandle process) throws InterruptedException {
    try {
      process.onExit().get(END_SECONDS, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException("it does not die: " + process.pid(), e);
    }
  }

  /// On its data, whether or not the one before has ended by itself.
  void startPostgres() {
    postgres.close();
    postgres = PostgresServer.start(postgresSettings);
  }

  private Path output() {
    return scratch.resolve("broker.log");
  }

  @Override
  public void close() {
    try {
      broker.getOutputStream().close();
      if (!broker.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        broker.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      broker.destroyForcibly();
      Thread.currentThread().interrupt();
    } finally {
      postgres.close();
    }
  }
}
