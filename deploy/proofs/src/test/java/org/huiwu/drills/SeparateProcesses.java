package org.huiwu.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huiwu.platform.testsupport.ledger.Books;

/// The platform as processes: one gateway, and so many instances of each service, with the same
/// settings but for port and name, on a PostgreSQL and a Kafka that are given.
public final class SeparateProcesses implements AutoCloseable {
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

  /// What is started.
  ///
  /// @param instances of each service that is not named in `others`
  /// @param others how many instances of a service
  /// @param environment more of it, by the instance's name
  public record Cast(
      int instances, Map<String, Integer> others, Map<String, Map<String, String>> environment) {

    public static Cast of(int instances) {
      return new Cast(instances, Map.of(), Map.of());
    }

    private Stream<String> namesOf(String service) {
      return IntStream.rangeClosed(1, others.getOrDefault(service, instances))
          .mapToObj(n -> service + "-" + n);
    }
  }

  private final Path scratch;
  private final Map<String, Integer> ports = new TreeMap<>();
  private final Map<String, ApplicationProcess> running = new ConcurrentHashMap<>();
  private final Thread atExit =
      new Thread(() -> running.values().forEach(ApplicationProcess::kill));
  private final Servers servers;
  private final Cast cast;

  private SeparateProcesses(Path scratch, Servers servers, Cast cast) {
    this.scratch = scratch;
    this.servers = servers;
    this.cast = cast;
  }

  /// Two instances of each service on servers in this JVM. Returns when every instance serves.
  static SeparateProcesses start(Path scratch) throws Exception {
    return start(scratch, ServersHere.start(scratch), Cast.of(INSTANCES));
  }

  /// Returns when every instance serves.
  ///
  /// @param servers are closed with it
  public static SeparateProcesses start(Path scratch, Servers servers, Cast cast) throws Exception {
    var platform = new SeparateProcesses(scratch, servers, cast);
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
    var names = EveryDoor.SERVICES.stream().flatMap(cast::namesOf).toList();
    var free = FreePorts.find(names.size() + 1).iterator();
    names.forEach(name -> ports.put(name, free.next()));
    ports.put("gateway", free.next());
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
  public void start(String name) {
    start(name, Map.of());
  }

  /// @param more of the environment
  public void start(String name, Map<String, String> more) {
    var service = service(name);
    var environment = environmentOf(service, name);
    // what waits for a dead service is not to become an unfinished version meanwhile
    environment.put("HUIWU_NOTIFICATION_CUTUNFINISHEDAFTER", "5m");
    environment.putAll(cast.environment().getOrDefault(name, Map.of()));
    environment.putAll(more);
    run(name, application(service), environment);
  }

  /// As an instance of the service is told it.
  ///
  /// @param name of who connects to its database
  public Map<String, String> environmentOf(String service, String name) {
    var environment = settings(service, name);
    environment.put("HUIWU_KAFKA", servers.bootstrap());
    environment.put("HUIWU_MESSAGING_PARTITIONS", "1");
    environment.put("HUIWU_SECRET_FILE", secretOf(service).toString());
    return environment;
  }

  private void run(String name, String application, Map<String, String> environment) {
    var port = Objects.requireNonNull(ports.get(name));
    // never two of one name: the one before is gone, or it is now
    running.compute(
        name,
        (_, before) -> {
          if (before != null) {
            before.kill();
          }
          return ApplicationProcess.start(
              application, port, environment, scratch.resolve(name + ".log"));
        });
  }

  private Map<String, String> settings(String service, String name) {
    var postgres = servers.postgres();
    var database = database(service);
    postgres.createDatabaseIfAbsent(database);
    Map<String, String> settings = new HashMap<>();
    settings.put("HUIWU_DATABASE_URL", postgres.jdbcUrl(database) + "?ApplicationName=" + name);
    settings.put("HUIWU_DATABASE_USER", postgres.username());
    settings.put("HUIWU_DATABASE_PASSWORD", postgres.password());
    settings.put("HUIWU_ISSUER", address());
    for (var one : EveryDoor.SERVICES) {
      settings.put(
          "HUIWU_" + one.toUpperCase(Locale.ROOT).replace('-', '_'),
          cast.namesOf(one).map(this::addressOf).collect(Collectors.joining(",")));
    }
    return settings;
  }

  private static String database(String service) {
    return "huiwu_" + service.replace('-', '_');
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

  /// The gateway's.
  public String address() {
    return addressOf("gateway");
  }

  private String addressOf(String name) {
    return "http://127.0.0.1:" + ports.get(name);
  }

  /// The administrator's one-time password.
  public String password() {
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

  public ApplicationProcess instance(String name) {
    return Objects.requireNonNull(running.get(name), name);
  }

  /// Who holds the lease of the service's database: the messengers.
  public List<String> messengersOf(String service) throws SQLException {
    List<String> names = new ArrayList<>();
    try (var connection = open(service);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(HOLDERS)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  /// The service's own database.
  public Connection open(String service) throws SQLException {
    var postgres = servers.postgres();
    return DriverManager.getConnection(
        postgres.jdbcUrl(database(service)), postgres.username(), postgres.password());
  }

  /// Of every service, notification last.
  public List<Books> books() {
    var postgres = servers.postgres();
    return EveryDoor.SERVICES.stream()
        .map(s ->
            new Books(s, postgres.jdbcUrl(database(s)), postgres.username(), postgres.password()))
        .toList();
  }

  /// Every instance, in the order of their names.
  public List<String> instances() {
    return ports.keySet().stream().filter(name -> !name.equals("gateway")).toList();
  }

  /// Kills an instance, if it is not dead already, starts it again and returns when it serves.
  public void restart(String name) {
    instance(name).kill();
    start(name);
    instance(name).awaitReady();
  }

  /// The end of what each process has said, for a test that fails.
  public String logs() throws IOException {
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
    servers.close();
  }
}
