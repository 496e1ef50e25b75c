package org.huiwu.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This process and the sessions of its databases on one core. They take turns and never work at
/// the same time; on two cores each turn wakes the other core, which costs a third of all CPU.
///
/// Only where Linux's `taskset` is there and the database's processes can be seen; what is
/// simulated is the same everywhere.
final class OneCore {
  private static final Logger log = LoggerFactory.getLogger(OneCore.class);

  private OneCore() {}

  /// Each test process of the build has another core.
  ///
  /// @param sessions process ids as PostgreSQL says them; one that is none of its own here, as of a
  ///   server in a container, is left alone
  static void share(List<Long> sessions) {
    try {
      List<Long> processes = new ArrayList<>(List.of(ProcessHandle.current().pid()));
      for (var session : sessions) {
        if (isSession(session)) {
          processes.add(session);
        }
      }
      var core =
          (Integer.getInteger("surefire.forkNumber", 1) - 1)
              % Runtime.getRuntime().availableProcessors();
      for (var process : processes) {
        bind(process, core);
      }
    } catch (IOException e) {
      log.info("on all cores: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean isSession(long process) throws IOException {
    try {
      var command = Path.of("/proc", Long.toString(process), "cmdline");
      return Files.readString(command, StandardCharsets.UTF_8).contains(" simulated_");
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  private static void bind(long process, int core) throws IOException, InterruptedException {
    var taskset =
        new ProcessBuilder(
                "taskset", "-a", "-c", "-p", Integer.toString(core), Long.toString(process))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (taskset.waitFor() != 0) {
      log.info("process {} stays on all cores", process);
    }
  }
}
