package org.huiwu.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// L9: from the launcher's start to healthy (a first start on an empty folder, then restarts on its
/// data), CPU until then, and the memory ten seconds later, with the AOT cache and without. `train`
/// has to have made the cache.
///
/// Memory is PSS, what the processes have for themselves and their share of what they have
/// together, read from `/proc`; where there is none it is left out.
final class StartAndMemory {
  private static final long REST_NANOS = 10_000_000_000L;
  private static final double NANOS_A_SECOND = 1e9;
  private static final long KIB_A_MIB = 1024;

  /// The launcher gives the cache if there is one: taken back here, with what goes with it.
  private static final Map<String, String> WITHOUT =
      Map.of("HUIWU_JAVA_OPTIONS", "-XX:AOTMode=off -XX:TieredStopAtLevel=1");

  private StartAndMemory() {}

  static void measure(String[] args) throws Exception {
    var options = new Options(args, Map.of("--launcher", "", "--restarts", "5"));
    var launcher = Path.of(options.text("--launcher"));
    var with = Files.createTempDirectory("huiwu-start");
    var without = Files.createTempDirectory("huiwu-start");
    try {
      // in turn: whatever else the machine does falls upon both
      for (int start = 0; start <= options.number("--restarts"); start++) {
        measure(launcher, with, start, "AOT on", Map.of());
        measure(launcher, without, start, "AOT off", WITHOUT);
      }
    } finally {
      Servers.delete(with);
      Servers.delete(without);
    }
  }

  private static void measure(
      Path launcher, Path folder, int start, String how, Map<String, String> environment)
      throws IOException, InterruptedException {
    try (var platform =
        Launched.begin(launcher, folder.resolve("data"), Launched.freePort(), environment)) {
      var healthy = platform.awaitHealthy();
      var cpu = CpuTime.of(platform.platform());
      platform.awaitComplete();
      LockSupport.parkNanos(REST_NANOS);
      var all = Stream.concat(Stream.of(platform.platform()), platform.platform().descendants());
      System.out.printf(
          "L9 %-7s  %s  healthy after %5.2f s, CPU until then %5.1f s, memory %s (of it the JVM %s)%n",
          how,
          start == 0 ? "first start" : "restart " + start + "  ",
          healthy / NANOS_A_SECOND,
          cpu.toNanos() / NANOS_A_SECOND,
          mebibytes(all.toList()),
          mebibytes(List.of(platform.platform())));
    }
  }

  private static String mebibytes(List<ProcessHandle> processes) throws IOException {
    var sum = 0L;
    for (var process : processes) {
      var file = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
      if (!Files.isReadable(file)) {
        return "unknown";
      }
      sum +=
          Files.readAllLines(file).stream()
              .filter(line -> line.startsWith("Pss:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum();
    }
    return sum / KIB_A_MIB + " MiB";
  }
}
