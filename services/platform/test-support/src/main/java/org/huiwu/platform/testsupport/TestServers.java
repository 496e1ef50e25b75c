package org.huiwu.platform.testsupport;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huiwu.platform.embedded.Durability;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One PostgreSQL and one Kafka for all test processes of a build, however many modules it has and
/// in whatever order they run. The first to ask spawns [ServerHost], a process of its own; the
/// others find it through a file below `target/test-servers` of the whole project. It ends by
/// itself: see [ClientWatch]. A test keeps to a database and topics of its own, so nothing has to
/// be cleaned up.
///
/// Where a Docker engine answers and has the images named by `huiwu.test.postgres-image` and
/// `huiwu.test.kafka-image`, these are used; everywhere else embedded servers. The log says which.
public final class TestServers {

  private static final Logger LOG = LoggerFactory.getLogger(TestServers.class);
  private static final Duration START_PATIENCE = Duration.ofMinutes(3);
  private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,40}");
  private static final Map<Durability, TestServers> ACQUIRED = new EnumMap<>(Durability.class);

  private final Announcement announcement;

  /// Open for as long as this process lives; nothing more is said on it.
  private final Socket presence;

  private TestServers(Announcement announcement, Socket presence) {
    this.announcement = announcement;
    this.presence = presence;
  }

  /// The servers for ordinary tests: they never sync to disk.
  public static TestServers acquire() {
    return acquire(Durability.FAST);
  }

  /// Servers of the durability named; those for benchmarks are a pair of their own.
  public static TestServers acquire(Durability durability) {
    synchronized (ACQUIRED) {
      return ACQUIRED.computeIfAbsent(
          durability,
          wanted -> acquireIn(projectFolder().resolve("target").resolve("test-servers"), wanted));
    }
  }

  static TestServers acquireIn(Path base, Durability durability) {
    Path folder = base.resolve(durability.name().toLowerCase(Locale.ROOT));
    try {
      Files.createDirectories(folder);
      // one at a time among all processes: who comes second finds what the first has started
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        Optional<TestServers> running = lock.isValid() ? connect(folder) : Optional.empty();
        TestServers servers = running.isPresent() ? running.get() : spawn(folder, durability);
        LOG.info(
            "Tests use {}, {}",
            servers.announcement.description(),
            running.isPresent() ? "already running" : "started now");
        return servers;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the test servers in " + folder + " cannot be had", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the test servers", e);
    }
  }

  /// The host announced, if it is there and not about to end.
  private static Optional<TestServers> connect(Path folder) throws IOException {
    Optional<Announcement> found = Announcement.readFrom(folder);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress("127.0.0.1", found.get().controlPort()), 2_000);
      socket.setSoTimeout(5_000);
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      if (ClientWatch.GREETING.equals(lines.readLine())) {
        socket.getOutputStream().write((buildProcess() + "\n").getBytes(StandardCharsets.US_ASCII));
        return Optional.of(new TestServers(found.get(), socket));
      }
    } catch (IOException e) {
      LOG.debug("the test servers announced in {} are gone", folder, e);
    }
    socket.close();
    return Optional.empty();
  }

  private static TestServers spawn(Path folder, Durability durability)
      throws IOException, InterruptedException {
    Files.deleteIfExists(Announcement.fileIn(folder));
    File log = folder.resolve("host.log").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command(folder, durability))
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectErrorStream(true)
            .redirectOutput(log);
    // The host removes its containers itself, and they are on this machine: to let Testcontainers
    // do the one and find out the other takes two more images, which it would pull.
    builder.environment().putIfAbsent("TESTCONTAINERS_RYUK_DISABLED", "true");
    builder.environment().putIfAbsent("TESTCONTAINERS_HOST_OVERRIDE", "127.0.0.1");
    Process host = builder.start();
    long deadline = System.nanoTime() + START_PATIENCE.toNanos();
    while (!host.waitFor(20, TimeUnit.MILLISECONDS) && System.nanoTime() < deadline) {
      Optional<TestServers> servers = connect(folder);
      if (servers.isPresent()) {
        return servers.get();
      }
    }
    host.destroy();
    throw new IOException("they did not start:\n" + Files.readString(log.toPath()));
  }

  private static List<String> command(Path folder, Durability durability) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.add("-Dlogback.configurationFile=org/huiwu/platform/testsupport/host-logback.xml");
    for (String image : List.of("huiwu.test.postgres-image", "huiwu.test.kafka-image")) {
      Optional.ofNullable(System.getProperty(image))
          .ifPresent(name -> command.add("-D" + image + "=" + name));
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ServerHost.class.getName(), folder.toString(), durability.name()));
    command.add(Long.toString(buildProcess()));
    return command;
  }

  /// The Maven process this one descends from, or [ClientWatch#NO_BUILD].
  private static long buildProcess() {
    return Stream.iterate(
            ProcessHandle.current().parent(),
            Optional::isPresent,
            process -> process.flatMap(ProcessHandle::parent))
        .flatMap(Optional::stream)
        .filter(process -> process.info().commandLine().orElse("").contains("-Dmaven.home="))
        .mapToLong(ProcessHandle::pid)
        .findFirst()
        .orElse(ClientWatch.NO_BUILD);
  }

  /// The checkout: where `mvnw` is.
  private static Path projectFolder() {
    String given = System.getProperty("huiwu.root");
    if (given != null && !given.isBlank()) {
      return Path.of(given);
    }
    return Stream.iterate(
            Optional.ofNullable(Path.of("").toAbsolutePath()),
            Optional::isPresent,
            folder -> folder.map(Path::getParent))
        .flatMap(Optional::stream)
        .filter(folder -> Files.exists(folder.resolve("mvnw")))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("not inside the project; set -Dhuiwu.root=<folder>"));
  }

  /// A new, empty database.
  ///
  /// @param prefix how its name begins: lower case letters, digits, underscores
  public TestDatabase newDatabase(String prefix) {
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException("not a prefix for a database's name: " + prefix);
    }
    String name = prefix + "_" + unique();
    try (Connection connection =
            DriverManager.getConnection(
                announcement.jdbcPrefix() + "postgres",
                announcement.username(),
                announcement.password());
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("the test database " + name + " could not be created", e);
    }
    return new TestDatabase(
        name, announcement.jdbcPrefix() + name, announcement.username(), announcement.password());
  }

  /// `host:port` for Kafka's `bootstrap.servers`.
  public String bootstrap() {
    return announcement.bootstrap();
  }

  /// With it in front, a topic is this test's own. Topics are not created by being mentioned.
  public String newTopicPrefix() {
    return "t" + unique() + ".";
  }

  /// Which servers these are, in words.
  public String description() {
    return announcement.description();
  }

  private static String unique() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  Announcement announcement() {
    return announcement;
  }

  /// Gives up this process's claim; for the tests of this class only.
  void release() throws IOException {
    presence.close();
  }
}
