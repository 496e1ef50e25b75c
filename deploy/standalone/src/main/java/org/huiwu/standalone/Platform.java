package org.huiwu.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.huiwu.gateway.GatewayApplication;
import org.huiwu.platform.embedded.EmbeddedServerException;
import org.huiwu.platform.embedded.KafkaBroker;
import org.huiwu.platform.embedded.KafkaSettings;
import org.huiwu.platform.embedded.PostgresServer;
import org.huiwu.platform.embedded.PostgresSettings;
import org.huiwu.platform.messaging.Messenger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Everything in one JVM: PostgreSQL, the broker, each service and the gateway. Closed in the
/// opposite order: the door first, the servers last.
final class Platform implements AutoCloseable {
  /// Three start threads are best on two cores (measured).
  private static final int START_THREADS = 3;

  /// One machine has one disk: more partitions would only make every fetch longer.
  private static final int PARTITIONS = 1;

  private static final long ACTIVE_PATIENCE_NANOS = 60_000_000_000L;

  private final List<AutoCloseable> running = Collections.synchronizedList(new ArrayList<>());
  private final String address;

  private Platform(String address) {
    this.address = address;
  }

  String address() {
    return address;
  }

  PostgresServer postgres() {
    return running.stream()
        .filter(PostgresServer.class::isInstance)
        .map(PostgresServer.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /// Returns when every service can publish and read and the door is open.
  ///
  /// @throws StartException in one line when it cannot start; nothing is left running then
  static Platform start(Options options) {
    var port = Ports.gateway(options.port());
    var platform = new Platform("http://127.0.0.1:" + port);
    try {
      platform.startAll(options, port);
      return platform;
    } catch (RuntimeException e) {
      platform.close();
      throw explained(e);
    }
  }

  private static StartException explained(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof EmbeddedServerException embedded) {
        return new StartException(String.valueOf(embedded.getMessage()), e);
      }
      if (cause instanceof StartException start) {
        return start;
      }
    }
    return new StartException("Huiwu could not start: " + e, e);
  }

  private void startAll(Options options, int port) {
    try (var threads = Executors.newFixedThreadPool(START_THREADS)) {
      var postgres =
          CompletableFuture.supplyAsync(
              () ->
                  keep(
                      PostgresServer.start(
                          PostgresSettings.in(options.data().resolve("postgres")))),
              threads);
      var broker =
          CompletableFuture.supplyAsync(
              () -> keep(KafkaBroker.start(KafkaSettings.in(options.data().resolve("kafka")))),
              threads);
      postgres.join();
      announce(broker.join(), options);
      // only now: the servers look for free ports of their own
      var ports = Ports.services();
      var door = new Door(address, port, options.data());
      var gateway = postgres.thenApplyAsync(running -> startGateway(door, running, ports), threads);
      var contexts = startServices(postgres.join(), broker.join(), ports, door, threads);
      contexts.forEach(Platform::awaitActive);
      gateway.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /// Where the broker of the platform that runs on this folder is, for what is done beside it.
  static Path brokerAddress(Path data) {
    return data.resolve("kafka").resolve("address");
  }

  private static void announce(KafkaBroker broker, Options options) {
    try {
      Files.writeString(brokerAddress(options.data()), broker.bootstrap());
    } catch (IOException e) {
      throw new StartException("Cannot write " + brokerAddress(options.data()), e);
    }
  }

  private List<ConfigurableApplicationContext> startServices(
      PostgresServer postgres,
      KafkaBroker broker,
      Map<Service, Integer> ports,
      Door door,
      ExecutorService threads) {
    postgres.verifyDurable();
    List<CompletableFuture<ConfigurableApplicationContext>> starting = new ArrayList<>();
    for (var service : Service.values()) {
      starting.add(
          CompletableFuture.supplyAsync(
              () -> startService(service, postgres, broker, ports, door), threads));
    }
    return starting.stream().map(CompletableFuture::join).toList();
  }

  private ConfigurableApplicationContext startService(
      Service service,
      PostgresServer postgres,
      KafkaBroker broker,
      Map<Service, Integer> ports,
      Door door) {
    Map<String, Object> settings = new HashMap<>(addresses(ports));
    settings.putAll(database(postgres, service.database()));
    settings.put("PORT", ports.get(service));
    settings.put("HUIWU_ISSUER", door.address());
    settings.put("HUIWU_SECRET_FILE", door.secretOf(service));
    settings.put("HUIWU_KAFKA", broker.bootstrap());
    settings.put("huiwu.messaging.partitions", PARTITIONS);
    return run(service.application(), service.serviceName(), settings);
  }

  private ConfigurableApplicationContext startGateway(
      Door door, PostgresServer postgres, Map<Service, Integer> ports) {
    Map<String, Object> settings = new HashMap<>(addresses(ports));
    settings.putAll(database(postgres, Door.DATABASE));
    settings.put("PORT", door.port());
    settings.put("HUIWU_ISSUER", door.address());
    settings.put("HUIWU_SECRETS", door.secrets().toString());
    settings.put("HUIWU_ADMINISTRATOR_PASSWORD", door.administratorPassword().toString());
    return run(GatewayApplication.class, "gateway", settings);
  }

  private static Map<String, Object> database(PostgresServer postgres, String name) {
    postgres.createDatabaseIfAbsent(name);
    return Map.of(
        "HUIWU_DATABASE_URL", postgres.jdbcUrl(name),
        "HUIWU_DATABASE_USER", postgres.username(),
        "HUIWU_DATABASE_PASSWORD", postgres.password());
  }

  private static Map<String, Object> addresses(Map<Service, Integer> ports) {
    Map<String, Object> addresses = new HashMap<>();
    ports.forEach((service, port) ->
        addresses.put(
            "HUIWU_" + service.name().toUpperCase(Locale.ROOT), "http://127.0.0.1:" + port));
    return addresses;
  }

  private ConfigurableApplicationContext run(
      Class<?> application, String name, Map<String, Object> settings) {
    settings.put("spring.config.name", name);
    settings.put("spring.jmx.enabled", false);
    return keep(
        new SpringApplicationBuilder(application)
            .registerShutdownHook(false)
            .logStartupInfo(false)
            .properties(settings)
            .run());
  }

  private static void awaitActive(ConfigurableApplicationContext context) {
    var messenger = context.getBean(Messenger.class);
    if (!messenger.awaitActive(ACTIVE_PATIENCE_NANOS)) {
      throw new StartException(
          context.getEnvironment().getProperty("spring.application.name")
              + " cannot publish or read: "
              + messenger.condition());
    }
  }

  private <T extends AutoCloseable> T keep(T started) {
    running.add(started);
    return started;
  }

  @Override
  public void close() {
    for (var part : List.copyOf(running).reversed()) {
      try {
        part.close();
      } catch (Exception e) {
        LoggerFactory.getLogger(Platform.class).warn("a part did not end cleanly", e);
      }
    }
    running.clear();
  }
}
