package org.huiwu.drills;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huiwu.platform.embedded.Durability;
import org.huiwu.platform.embedded.KafkaBroker;
import org.huiwu.platform.embedded.KafkaSettings;
import org.huiwu.platform.embedded.PostgresServer;
import org.huiwu.platform.embedded.PostgresSettings;

/// The platform as processes: a PostgreSQL and a Kafka of this JVM in the place of external ones,
/// one gateway, and two instances of each service, with the same settings but for port and name.
final class SeparateProcesses implements AutoCloseable {
  static final int INSTANCES = 2;
  private static final int STARTED_AT_ONCE = 3;

  /// As `Messenger` has it: which session advisory lock is the lease.
  private static final String HOLDERS =
      """
      select a.application_name from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.granted and a.datname = current_database()
        and (l.classid::int8 << 32) + l.objid::int8 = x'6875697775'::int8
      order by 1\
      """;

  private final Path scratch;
  private final Map<String, Integer> ports = new TreeMap<>();
  private final Map<String, ApplicationProcess> running = new ConcurrentHashMap<>();
  private final Thread atExit =
      new Thread(() -> running.values().forEach(ApplicationProcess::kill));
  private final PostgresServer postgres;
  private final KafkaBroker kafka;

  private SeparateProcesses(Path scratch, PostgresServer postgres, KafkaBroker kafka) {
    this.scratch = scratch;
    this.postgres = postgres;
    this.kafka = kafka;
  }

  /// Returns when every instance serves.
  static SeparateProcesses start(Path scratch) throws Exception {
    var postgres =
        PostgresServer.start(
            PostgresSettings.in(scratch.resolve("postgres"))
                .withDurability(Durability.FAST)
                .withOptions(Map.of("max_connections", "250")));
    KafkaBroker kafka;
    try {
      kafka =
          KafkaBroker.start(
              KafkaSettings.in(scratch.resolve("kafka")).withDurability(Durability.FAST));
    } catch (RuntimeException e) {
      postgres.close();
      throw e;
    }
    var platform = new SeparateProcesses(scratch, postgres, kafka);
    try {
      Runtime.getRuntime().addShutdownHook(platform.atExit);
      platform.startAll();
      return platform;
    } catch (Exception | Error e) {
      platform.close();
      throw e;
    }
  }

  private void startAll() throws Exception {
    var names =
        EveryDoor.SERVICES.stream()
            .flatMap(s -> IntStream.rangeClosed(1, INSTANCES).mapToObj(n -> s + "-" + n))
            .toList();
    findPorts(names);
    startGateway();
    try (var starters = Executors.newFixedThreadPool(STARTED_AT_ONCE)) {
      var starting =
          names.stream()
              .map(name ->
                  starters.submit(() -> {
                    start(name);
                    instance(name).awaitReady();
                  }))
              .toList();
      for (var one : starting) {
        one.get();
      }
    }
  }

  private void startGateway() {
    var environment = settings("gateway", "gateway");
    environment.put("HUIWU_SECRETS", secrets().toString());
    environment.put("HUIWU_ADMINISTRATOR_PASSWORD", passwordFile().toString());
    run("gateway", "org.huiwu.gateway.GatewayApplication", environment);
    instance("gateway").awaitReady();
  }

  /// Starts an instance, e.g. `catering-2`, and does not wait for it.
  void start(String name) {
    var service = service(name);
    var environment = settings(service, name);
    environment.put("HUIWU_KAFKA", kafka.bootstrap());
    environment.put("HUIWU_MESSAGING_PARTITIONS", "1");
    environment.put("HUIWU_SECRET_FILE", secretOf(service).toString());
    // what waits for a dead service is not to become an unfinished version meanwhile
    environment.put("HUIWU_NOTIFICATION_CUTUNFINISHEDAFTER", "5m");
    run(name, application(service), environment);
  }

  private void run(String name, String application, Map<String, String> environment) {
    var port = Objects.requireNonNull(ports.get(name));
    running.put(
        name,
        ApplicationProcess.start(application, port, environment, scratch.resolve(name + ".log")));
  }

  private Map<String, String> settings(String service, String name) {
    var database = "huiwu_" + service.replace('-', '_');
    postgres.createDatabaseIfAbsent(database);
    Map<String, String> settings = new HashMap<>();
    settings.put("HUIWU_DATABASE_URL", postgres.jdbcUrl(database) + "?ApplicationName=" + name);
    settings.put("HUIWU_DATABASE_USER", postgres.username());
    settings.put("HUIWU_DATABASE_PASSWORD", postgres.password());
    settings.put("HUIWU_ISSUER", address());
    for (var one : EveryDoor.SERVICES) {
      settings.put(
          "HUIWU_" + one.toUpperCase(Locale.ROOT).replace('-', '_'),
          namesOf(one).map(this::addressOf).collect(Collectors.joining(",")));
    }
    return settings;
  }

  private static java.util.stream.Stream<String> namesOf(String service) {
    return IntStream.rangeClosed(1, INSTANCES).mapToObj(n -> service + "-" + n);
  }

  private static String service(String name) {
    return name.substring(0, name.lastIndexOf('-'));
  }

  private static String application(String service) {
    var className =
        Arrays.stream(service.split("-"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    return "org.huiwu.%s.%sApplication".formatted(service.replace("-", ""), className);
  }

  /// Below those that the system hands out by itself; all are held open until all are found.
  private void findPorts(List<String> names) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (var name : names) {
        held.add(free());
        ports.put(name, held.getLast().getLocalPort());
      }
      held.add(free());
      ports.put("gateway", held.getLast().getLocalPort());
    } finally {
      for (var socket : held) {
        socket.close();
      }
    }
  }

  private static ServerSocket free() throws IOException {
    while (true) {
      try {
        return new ServerSocket(
            ThreadLocalRandom.current().nextInt(20_000, 30_000),
            1,
            InetAddress.getByName("127.0.0.1"));
      } catch (java.net.BindException _) {
        // somebody's: another one
      }
    }
  }

  /// The gateway's.
  String address() {
    return addressOf("gateway");
  }

  private String addressOf(String name) {
    return "http://127.0.0.1:" + ports.get(name);
  }

  /// The administrator's one-time password.
  String password() {
    return PasswordFile.read(passwordFile());
  }

  private Path passwordFile() {
    return scratch.resolve("administrator-password");
  }

  private Path secrets() {
    return scratch.resolve("secrets");
  }

  /// Where the gateway has put the secret of a service that asks others.
  Path secretOf(String service) {
    return secrets().resolve("service-" + service);
  }

  ApplicationProcess instance(String name) {
    return Objects.requireNonNull(running.get(name), name);
  }

  /// Who holds the lease of the service's database: the messengers.
  List<String> messengersOf(String service) throws SQLException {
    var url = postgres.jdbcUrl("huiwu_" + service.replace('-', '_'));
    List<String> names = new ArrayList<>();
    try (var connection =
            DriverManager.getConnection(url, postgres.username(), postgres.password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(HOLDERS)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  /// The end of what each process has said, for a test that fails.
  String logs() throws IOException {
    var all = new StringBuilder();
    for (var name : running.keySet()) {
      var lines = Files.readAllLines(scratch.resolve(name + ".log"));
      all.append("--- ").append(name).append('\n');
      lines.stream()
          .filter(line -> line.contains("WARN") || line.contains("ERROR"))
          .forEach(line -> all.append(line).append('\n'));
    }
    return all.toString();
  }

  @Override
  public void close() {
    running.values().forEach(ApplicationProcess::end);
    running.values().forEach(ApplicationProcess::close);
    Runtime.getRuntime().removeShutdownHook(atExit);
    try {
      kafka.close();
    } finally {
      postgres.close();
    }
  }
}
