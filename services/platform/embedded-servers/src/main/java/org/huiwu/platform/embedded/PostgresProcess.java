package org.huiwu.platform.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server as an operating-system process, and the commands around it.
///
/// A small shell stands between this JVM and `postgres` and holds the other end of a pipe: when the
/// pipe closes, because [#stop] was called or because this JVM is gone, however it went, the shell
/// asks PostgreSQL for a fast shutdown. So no server is left behind by `kill -9`, and none has to
/// be adopted with the settings of yesterday. The pair runs in a session of its own: Ctrl-C in a
/// terminal reaches the application, which stops its database last.
///
/// PostgreSQL refuses to run as root. For root it is started in a user name space (`unshare -U`),
/// where it is nobody in particular, and owns its files all the same.
final class PostgresProcess {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresProcess.class);

  private static final String GUARDED =
      """
      trap '' INT TERM HUP
      exec 3<&0
      "$@" </dev/null 3<&- &
      server=$!
      { read -r _ <&3; while kill -INT "$server"; do sleep 1; done; } >/dev/null 2>&1 &
      guard=$!
      wait "$server"
      code=$?
      kill -9 "$guard" 2>/dev/null
      exit "$code"
      """;

  private static final Pattern COMPLAINT = Pattern.compile("(?:FATAL|PANIC|error):.*");

  private final Process guarded;
  private final Path cluster;

  private PostgresProcess(Process guarded, Path cluster) {
    this.guarded = guarded;
    this.cluster = cluster;
  }

  /// Starts the server; returns at once, see [#isReady].
  static PostgresProcess start(Path home, Path cluster, Map<String, String> options, Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    if (isInstalled("setsid")) {
      command.add("setsid");
    }
    command.addAll(List.of("sh", "-c", GUARDED, "postgres"));
    command.addAll(program(home, "postgres"));
    command.addAll(List.of("-D", cluster.toString()));
    options.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    ProcessBuilder builder = builder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new PostgresProcess(builder.start(), cluster);
  }

  /// Makes the files of a new cluster; `initdb` syncs them to disk unless told not to.
  static void initialise(
      Path home, Path cluster, String user, Path passwordFile, Durability durability)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(program(home, "initdb"));
    command.addAll(
        List.of(
            "--pgdata=" + cluster,
            "--username=" + user,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            // the database's own collation by code point: the same order on every machine and
            // after every upgrade of its C library
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "--text-search-config=simple"));
    if (durability == Durability.FAST) {
      command.add("--no-sync");
      command.add("--no-instructions");
    }
    Process process = builder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said;
    try (InputStream output = process.getInputStream()) {
      said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (process.waitFor() != 0) {
      throw new IOException(lastComplaint(said));
    }
  }

  /// The server has opened its port and finished any recovery. What one before it, killed or
  /// without power, has left in its file is not believed.
  boolean isReady() {
    List<String> status = status(cluster);
    return status.size() > 7
        && status.get(7).strip().startsWith("ready")
        && ProcessHandle.of(Long.parseLong(status.getFirst().strip()))
            .map(process -> isPostgresOf(process, cluster))
            .orElse(false);
  }

  /// Waits this long for the server's end.
  boolean hasEndedWithin(Duration time) throws InterruptedException {
    return guarded.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  CompletableFuture<Integer> onExit() {
    return guarded.onExit().thenApply(Process::exitValue);
  }

  /// Fast shutdown: sessions are ended, everything is written out. If that has not happened in
  /// `patience`, it ends at once and recovers from its log next time; nothing acknowledged is lost.
  void stop(Duration patience) throws IOException, InterruptedException {
    guarded.getOutputStream().close();
    if (hasEndedWithin(patience)) {
      return;
    }
    LOG.warn(
        "PostgreSQL did not stop in {} s and is ended at once; it recovers when it starts again",
        patience.toSeconds());
    Optional<Long> postmaster = statusLine(0).map(Long::valueOf);
    if (postmaster.isPresent()) {
      signal("QUIT", postmaster.get());
    }
    if (!hasEndedWithin(Duration.ofSeconds(10))) {
      guarded.destroyForcibly();
    }
  }

  private Optional<String> statusLine(int index) {
    return statusLine(cluster, index);
  }

  private static Optional<String> statusLine(Path cluster, int index) {
    List<String> lines = status(cluster);
    return index < lines.size() ? Optional.of(lines.get(index).strip()) : Optional.empty();
  }

  private static List<String> status(Path cluster) {
    try {
      return Files.readAllLines(cluster.resolve("postmaster.pid"));
    } catch (IOException _) {
      // not written yet, or just removed: the server is not up
      return List.of();
    }
  }

  /// Ends a server that still runs on the cluster though its owner is gone (killed together with
  /// the shell that guards it). Ended rather than adopted: it runs with the settings, the port and
  /// possibly the version of its own time. Call it only under the folder's lock.
  static void endLeftOver(Path cluster) throws IOException, InterruptedException {
    Optional<ProcessHandle> found =
        statusLine(cluster, 0).map(Long::valueOf).flatMap(ProcessHandle::of);
    if (found.isEmpty()) {
      return;
    }
    ProcessHandle postmaster = found.get();
    if (!isPostgresOf(postmaster, cluster)) {
      // the number belongs to another program now (a restarted machine); PostgreSQL itself would
      // take that program for a running server and refuse to start
      Files.deleteIfExists(cluster.resolve("postmaster.pid"));
      return;
    }
    LOG.info("Stopping the PostgreSQL that a killed process left behind on {}", cluster);
    for (String signal : List.of("INT", "QUIT", "KILL")) {
      signal(signal, postmaster.pid());
      try {
        postmaster.onExit().get(30, TimeUnit.SECONDS);
        return;
      } catch (ExecutionException | TimeoutException _) {
        LOG.warn("PostgreSQL (process {}) did not end on SIG{}", postmaster.pid(), signal);
      }
    }
    throw new IOException("process %d does not end".formatted(postmaster.pid()));
  }

  private static boolean isPostgresOf(ProcessHandle process, Path cluster) {
    ProcessHandle.Info info = process.info();
    boolean isPostgres = info.command().map(name -> name.endsWith("/postgres")).orElse(false);
    boolean isOurs =
        info.arguments()
            .map(arguments -> List.of(arguments).contains(cluster.toString()))
            .orElse(true);
    return isPostgres && isOurs;
  }

  private static void signal(String name, long pid) throws IOException, InterruptedException {
    new ProcessBuilder("sh", "-c", "kill -%s %d".formatted(name, pid))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /// The line of the server's output that says what was wrong.
  static String lastComplaint(String output) {
    List<String> lines = output.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return lines.reversed().stream()
        .map(COMPLAINT::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst()
        .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()))
        .orElse("it ended without a word");
  }

  private static List<String> program(Path home, String name) {
    String program = home.resolve("bin").resolve(name).toString();
    return "root".equals(System.getProperty("user.name")) && isInstalled("unshare")
        ? List.of("unshare", "-U", program)
        : List.of(program);
  }

  private static boolean isInstalled(String program) {
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    return Stream.of(path.split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
    builder.environment().put("LC_ALL", "C");
    return builder;
  }
}
