package org.huiwu.drills.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.huiwu.drills.Rehearsal;
import org.huiwu.drills.SeparateProcesses;
import org.huiwu.drills.SeparateProcesses.Cast;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `-Dhuiwu.seed=n` gives the same conference and the same order of deaths again.
@Tag("proof")
class RandomCrashesTest {
  private static final Logger log = LoggerFactory.getLogger(RandomCrashesTest.class);
  private static final long SEED = Long.getLong("huiwu.seed", System.nanoTime() % 1_000_000);
  private static final int PEOPLE = 40;

  /// Each of nine once, and some twice.
  private static final int KILLS = Integer.getInteger("huiwu.kills", 14);

  private static final Duration PATIENCE = Duration.ofMinutes(20);

  @TempDir Path scratch;

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void a_drill_during_which_everything_is_killed_again_and_again_ends_equal_and_the_gate_passes()
      throws Exception {
    log.info("seed {}", SEED);
    var servers = ServersApart.start(scratch.resolve("servers"));
    try (var platform = SeparateProcesses.start(scratch, servers, Cast.of(1));
        var reaper = Reaper.begin(SEED, platform, servers)) {
      var rehearsal = Rehearsal.made(SEED, PEOPLE, scratch);
      var differences =
          rehearsal.play(
              platform,
              PATIENCE,
              step -> {
                // the drill does not run away: each of its parts meets a death
                reaper.awaitKills(step * KILLS / rehearsal.steps());
                if (step == rehearsal.steps()) {
                  log.info("seed {}: killed {}", SEED, reaper.end());
                }
              });
      assertThat(differences).as("seed " + SEED).isEmpty();
      Audit.passes(platform, servers);
      var killed = reaper.end();
      log.info(
          "seed {}: {} steps, {} kills, cut short {} times; equal, and nothing lost, doubled or inverted",
          SEED,
          rehearsal.steps(),
          killed.values().stream().mapToInt(Integer::intValue).sum(),
          rehearsal.cutShort());
      assertThat(killed.keySet())
          .as("seed " + SEED)
          .containsAll(platform.instances())
          .contains("broker", "postgresql");
    }
  }
}
