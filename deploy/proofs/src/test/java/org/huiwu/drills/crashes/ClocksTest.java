package org.huiwu.drills.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.huiwu.drills.Rehearsal;
import org.huiwu.drills.SeparateProcesses;
import org.huiwu.drills.SeparateProcesses.Cast;
import org.huiwu.drills.Witness;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Clocks that differ by process. Nothing is ordered by them; only the gateway's tokens, which live
/// for five minutes, say until when.
@Tag("proof")
class ClocksTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long SEED = Long.getLong("huiwu.seed", 73);
  private static final Duration ALLOWED = Duration.ofSeconds(50);
  private static final Duration TOO_MUCH = Duration.ofMinutes(10);
  private static final int UNAUTHORIZED = 401;

  @TempDir Path scratch;

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void a_drill_with_clocks_almost_two_minutes_apart_ends_equal_and_more_than_is_allowed_is_said()
      throws Exception {
    var clock = ShiftedClock.make(scratch);
    var clocks =
        Map.of(
            "excursion-1", clock.of(ALLOWED),
            "registration-1", clock.of(ALLOWED.negated()),
            "notification-1", clock.of(ALLOWED),
            "transport-dispatch-1", clock.of(TOO_MUCH.negated()));
    var servers = ServersApart.start(scratch.resolve("servers"));
    try (var platform = SeparateProcesses.start(scratch, servers, new Cast(1, Map.of(), clocks))) {
      assertThat(Rehearsal.made(SEED, 40, scratch).play(platform, Duration.ZERO, _ -> {}))
          .as("seed " + SEED)
          .isEmpty();
      Audit.passes(platform, servers);
      saysThatItsClockIsWrong(platform, clock);
      Audit.passes(platform, servers);
    }
  }

  private static void saysThatItsClockIsWrong(SeparateProcesses platform, ShiftedClock clock)
      throws Exception {
    var witness = Witness.arrived(platform, "clocks");
    platform.instance("venue-1").kill();
    platform.start("venue-1", clock.of(TOO_MUCH));
    platform.instance("venue-1").awaitReady();
    var refused = witness.sendOnce(Deeds.session(witness, "S1", Deeds.newKey()));
    assertThat(refused.statusCode()).isEqualTo(UNAUTHORIZED);
    assertThat(refused.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    var problem = JSON.readTree(refused.body());
    assertThat(problem.path("code").asString()).isEqualTo("clocks-differ");
    assertThat(problem.path("detail").asString()).contains("clock");

    // what it takes in from others does not depend on its clock
    var change = witness.changedBy(Deeds.participant(witness, "韦三"));
    assertThat(witness.change(change, 30).path("state").asString()).isEqualTo("settled");
    platform.restart("venue-1");
    assertThat(witness.changedBy(Deeds.session(witness, "S1", Deeds.newKey()))).isNotEmpty();
  }
}
