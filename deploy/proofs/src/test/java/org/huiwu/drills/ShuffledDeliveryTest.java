package org.huiwu.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.huiwu.oracle.making.PackageMaker;
import org.huiwu.oracle.making.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A drill while the services halt and go on by chance: each hears of a change in another order
/// than the others, and what one makes of it comes before what it was made of. Every list and every
/// version is as if all had been in time.
///
/// `-Dhuiwu.seed=N` plays it with another order of halts; a failure says which it was.
@Tag("proof")
@Timeout(900)
class ShuffledDeliveryTest {
  private static final long SEED = Long.getLong("huiwu.seed", 20_261_122L);
  private static final int LONGEST_MILLIS = 700;

  @TempDir static Path scratch;

  @Test
  void in_whatever_order_the_services_hear_of_a_change_the_drill_ends_equal() throws Exception {
    var folder = scratch.resolve("made");
    new PackageMaker(77, new Size(40, false, false)).make(folder);
    var files = ConferencePackage.open(folder);
    try (var platform =
        SeparateProcesses.start(Files.createDirectories(scratch.resolve("platform")))) {
      List<String> differences;
      try (var _ = new Halts(platform)) {
        differences =
            new Drill(
                    files,
                    platform.address(),
                    platform.password(),
                    scratch.resolve("out"),
                    new Moments(Map.of()))
                .run();
      }
      assertThat(differences).as("seed %d: %s", SEED, platform.logs()).isEmpty();
      for (var service : Rebuilding.SERVICES) {
        assertThat(Rebuilding.of(platform, service).run("--batch", "1").exitCode())
            .as("%s holds what its owners have said, seed %d", service, SEED)
            .isZero();
      }
    }
  }

  /// At every moment some of the messengers are halted.
  private static final class Halts implements AutoCloseable {
    private final Random chance = new Random(SEED);
    private final List<ApplicationProcess> messengers = new ArrayList<>();
    private final List<Thread> halting = new ArrayList<>();
    private volatile boolean over;

    Halts(SeparateProcesses platform) throws Exception {
      for (var service : EveryDoor.SERVICES) {
        platform.messengersOf(service).forEach(name -> messengers.add(platform.instance(name)));
      }
      for (var messenger : messengers) {
        var own = new Random(chance.nextLong());
        halting.add(Thread.ofPlatform().start(() -> haltAndGoOn(messenger, own)));
      }
    }

    private void haltAndGoOn(ApplicationProcess messenger, Random own) {
      while (!over) {
        pause(own);
        messenger.pause();
        pause(own);
        messenger.goOn();
      }
    }

    private static void pause(Random own) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(own.nextInt(LONGEST_MILLIS)));
    }

    @Override
    public void close() {
      over = true;
      try {
        for (var thread : halting) {
          thread.join();
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      messengers.forEach(ApplicationProcess::goOn);
    }
  }
}
