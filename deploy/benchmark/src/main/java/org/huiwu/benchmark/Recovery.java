package org.huiwu.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// L8: `kill -9` of the whole platform with the sample conference in it, a start on its data, and
/// the first new change that is made as soon as it says that it is up.
final class Recovery {
  private static final double NANOS_A_SECOND = 1e9;
  private static final int WARM = 30;

  private Recovery() {}

  static void measure(String[] args) throws Exception {
    var options = new Options(args, Map.of("--launcher", "", "--kills", "5"));
    var launcher = Path.of(options.text("--launcher"));
    var folder = Files.createTempDirectory("huiwu-recovery");
    var port = Launched.freePort();
    var platform = Launched.begin(launcher, folder.resolve("data"), port, Map.of());
    try {
      platform.awaitComplete();
      var desk = new Desk(platform.address(), platform.administrator());
      for (int n = 0; n < WARM; n++) {
        desk.awaitSettled(desk.make(n).change());
      }
      for (int kill = 1; kill <= options.number("--kills"); kill++) {
        // a change is under way when it happens
        desk.make(WARM + 2 * kill);
        platform.kill();
        platform = Launched.begin(launcher, folder.resolve("data"), port, Map.of());
        var started = platform.awaitHealthy();
        var settled = desk.awaitSettled(desk.make(WARM + 2 * kill + 1).change());
        System.out.printf(
            "L8 kill %d: healthy after %.2f s, the first new change settled %.3f s after that%n",
            kill, started / NANOS_A_SECOND, (settled - platform.healthyAt()) / NANOS_A_SECOND);
        platform.awaitComplete();
      }
    } finally {
      platform.close();
      Servers.delete(folder);
    }
  }
}
