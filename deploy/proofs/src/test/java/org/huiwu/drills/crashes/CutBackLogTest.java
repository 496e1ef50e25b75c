package org.huiwu.drills.crashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

/// The broker alone loses power: what it had acknowledged and not flushed is gone when it is back,
/// while the services run on. Of the ripples that is what their topic allows; of the changes it is
/// what a broker of one's own without flushes would do.
@Tag("proof")
class CutBackLogTest {
  private static final Logger log = LoggerFactory.getLogger(CutBackLogTest.class);
  private static final long SEED = Long.getLong("huiwu.seed", 72);
  private static final int LOST = 12;
  private static final List<String> CUT =
      List.of(
          "huiwu.ripples-0",
          "huiwu.registration.changes-0",
          "huiwu.excursion.changes-0",
          "huiwu.transport-dispatch.changes-0");

  @TempDir Path scratch;

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void what_the_broker_lost_is_sent_again_and_the_drill_ends_equal() throws Exception {
    var servers = ServersApart.start(scratch.resolve("servers"));
    try (var platform = SeparateProcesses.start(scratch, servers, Cast.of(1))) {
      var rehearsal = Rehearsal.made(SEED, 40, scratch);
      var steps = rehearsal.steps();
      var differences =
          rehearsal.play(
              platform,
              Duration.ofMinutes(10),
              step -> {
                if (step == steps / 3 || step == steps * 2 / 3) {
                  cutBack(servers);
                }
              });
      assertThat(differences).as("seed " + SEED).isEmpty();
      // what was committed in the seconds until the new leader is noticed stands before what is
      // sent again: the order of a log that has lost something is not what is promised
      await()
          .atMost(Duration.ofSeconds(90))
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(() -> {
            var verdict = Audit.of(platform, servers);
            assertThat(verdict.lost()).isEmpty();
            assertThat(verdict.doubled()).isEmpty();
            assertThat(verdict.invented()).isEmpty();
          });
      log.info(
          "seed {}: {} steps, log cut back twice; equal; {}",
          SEED,
          steps,
          Audit.of(platform, servers).figures());
    }
  }

  private static void cutBack(ServersApart servers) throws Exception {
    servers.killBroker();
    var segments = new LogSegments(servers.brokerFolder().resolve("topics"));
    for (var partition : CUT) {
      var dropped = segments.cutBack(partition, LOST);
      assertThat(dropped).as(partition).isPositive();
      log.info("{} lost its last {} batches", partition, dropped);
    }
    servers.startBroker();
  }
}
