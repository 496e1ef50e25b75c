package org.huiwu.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.huiwu.platform.embedded.Durability;
import org.huiwu.platform.embedded.PostgresServer;
import org.huiwu.platform.embedded.PostgresSettings;

/// A platform on which a drill was played and everyday commands were given, checked meanwhile. It
/// has ended since; its PostgreSQL runs, so that violations can be planted and nobody mends them.
///
/// @param during checks while the drill was playing
/// @param after checks at the end of the drill and after the commands
/// @param drill what the drill said
record Played(
    Addresses addresses,
    PostgresServer postgres,
    List<Report> during,
    List<Report> after,
    String drill)
    implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// Between two checks the drill has the machine for itself.
  private static final long BREATH_MILLIS = 1_500;

  static Played in(Path scratch) throws Exception {
    var root = Path.of(System.getProperty("huiwu.root", "../.."));
    var data = scratch.resolve("data");
    List<Report> during = new ArrayList<>();
    List<Report> after = new ArrayList<>();
    String drill;
    try (var platform = RunningPlatform.start(scratch)) {
      var addresses = Addresses.inData(data);
      var playing = platform.drill(root.resolve("deploy/drills/packages/wastewater-250"));
      while (playing.isAlive()) {
        during.add(new Check(addresses, null, Duration.ofMillis(500)).run());
        playing.waitFor(BREATH_MILLIS, TimeUnit.MILLISECONDS);
      }
      drill = platform.drillOutput();
      after.add(new Check(addresses, null, PATIENCE).run());
      EverydayCommands.at(Desks.of(platform.address(), platform.password()));
      after.add(new Check(addresses, null, PATIENCE).run());
    }
    var postgres =
        PostgresServer.start(
            PostgresSettings.in(data.resolve("postgres")).withDurability(Durability.FAST));
    return new Played(Addresses.inData(data), postgres, during, after, drill);
  }

  @Override
  public void close() {
    postgres.close();
  }
}
