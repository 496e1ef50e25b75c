package org.huiwu.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huiwu.benchmark.method.Growth;
import org.huiwu.benchmark.method.Samples;
import org.huiwu.benchmark.method.Target;

/// L5: the same single-person changes (diet, route, itinerary in turn, one after another) in
/// conferences of several sizes on one platform, round after round, received to settled by its own
/// stamps; what the broker's logs grow by, and the CPU of the platform and its PostgreSQL, requests
/// included.
final class Sizes {
  private static final double LARGEST_EXPONENT = 0.05;
  private static final double NANOS_A_MILLI = 1e6;
  private static final int WARM = 90;

  /// One conference, and what its changes have cost so far.
  private static final class Measured {
    private final int size;
    private final Desk desk;
    private final Map<String, Figures> kinds = new TreeMap<>();
    private int next;
    private int changes;
    private long bytes;
    private long cpuNanos;

    private Measured(int size, Desk desk) {
      this.size = size;
      this.desk = desk;
    }

    private Samples block(int length) {
      var stored = new Figures();
      for (int i = 0; i < length; i++) {
        var made = desk.make(next++);
        desk.awaitSettled(made.change());
        var own = desk.storedNanos(made.change());
        stored.add(own);
        kinds.computeIfAbsent(made.kind(), _ -> new Figures()).add(own);
      }
      return stored.samples();
    }
  }

  private final Launched platform;
  private final Path logs;

  private Sizes(Launched platform, Path logs) {
    this.platform = platform;
    this.logs = logs;
  }

  static void measure(String[] args) throws Exception {
    var options =
        new Options(
            args,
            Map.of(
                "--launcher",
                "",
                "--sizes",
                "250,5000,50000",
                "--rounds",
                "6",
                "--changes",
                "60",
                "--seed",
                "1"));
    var launcher = Path.of(options.text("--launcher")).toAbsolutePath();
    var folder = Files.createTempDirectory("huiwu-sizes");
    var data = folder.resolve("data");
    try (var platform = Launched.begin(launcher, data, Launched.freePort(), Map.of())) {
      platform.awaitComplete();
      List<Measured> all = new ArrayList<>();
      for (var size : options.numbers("--sizes").stream().sorted().toList()) {
        var conference = new SizedConference(sample(launcher), size);
        enter(conference.write(folder), platform, data, folder.resolve("out"));
        var administrator = platform.administrator();
        all.add(new Measured(size, Desk.of(platform.address(), administrator, conference.code())));
      }
      new Sizes(platform, data.resolve("kafka")).measure(all, options);
    } finally {
      Servers.delete(folder);
    }
  }

  private static Path sample(Path launcher) {
    return launcher.resolveSibling(Path.of("deploy", "drills", "packages", "wastewater-250"));
  }

  /// By a drill of its own that has nothing to replay.
  private static void enter(Path conference, Launched platform, Path data, Path out)
      throws IOException, InterruptedException {
    var drill =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "org.huiwu.drills.DrillLauncher",
                conference.toString(),
                "--url",
                platform.address(),
                "--administrator-password-file",
                data.resolve("administrator-password").toString(),
                "--out",
                out.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (drill.waitFor() != 0) {
      throw new IllegalStateException(conference.getFileName() + " could not be entered");
    }
  }

  private void measure(List<Measured> all, Options options) throws IOException {
    all.forEach(m -> m.block(WARM));
    all.forEach(m -> m.kinds.clear());
    List<List<Samples>> rounds = new ArrayList<>();
    for (int round = 0; round < options.number("--rounds"); round++) {
      List<Samples> blocks = new ArrayList<>();
      for (var one : all) {
        blocks.add(block(one, options.number("--changes")));
      }
      rounds.add(blocks);
    }
    for (int i = 0; i < all.size(); i++) {
      print(all.get(i), pooled(rounds, i));
    }
    var sizes = all.stream().map(m -> m.size).toList();
    for (var quantile : new double[] {0.5, 0.99}) {
      System.out.println(
          Growth.of(sizes, rounds, quantile, options.number("--seed"))
              .row(
                  "L5 exponent of p%.0f against size".formatted(100 * quantile),
                  new Target.AtMost(LARGEST_EXPONENT)));
    }
  }

  private Samples block(Measured one, int length) throws IOException {
    var cpu = CpuTime.of(platform.platform());
    var bytes = logged();
    var samples = one.block(length);
    one.cpuNanos += CpuTime.of(platform.platform()).minus(cpu).toNanos();
    one.bytes += logged() - bytes;
    one.changes += length;
    return samples;
  }

  private static Samples pooled(List<List<Samples>> rounds, int size) {
    return Samples.pooled(rounds.stream().map(round -> round.get(size)).toList());
  }

  private static void print(Measured one, Samples stored) {
    System.out.println(stored.row("L5 %6d people: received -> settled".formatted(one.size)));
    one.kinds.forEach((kind, figures) -> System.out.println(figures.row("  " + kind)));
    System.out.printf(
        "  a change: %d bytes in the broker's logs, %.1f ms of CPU%n",
        one.bytes / one.changes, one.cpuNanos / NANOS_A_MILLI / one.changes);
  }

  private long logged() throws IOException {
    try (var files = Files.walk(logs)) {
      return files.filter(f -> f.toString().endsWith(".log")).mapToLong(Sizes::length).sum();
    }
  }

  private static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
