package org.huiwu.drills.crashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

/// A messenger that stands still beyond its lock, and then goes on as if nothing had been: only the
/// session that holds the lock is gone, as by a cut in the network; its relay's and its consumer's
/// sessions, its cursor and its buffers are as they were.
@Tag("proof")
class PausedMessengerTest {
  private static final Logger log = LoggerFactory.getLogger(PausedMessengerTest.class);
  private static final long SEED = Long.getLong("huiwu.seed", 71);

  /// Steps. An instance that stands still lets the gateway wait out its limit, request by request.
  private static final int WHILE_PAUSED = 4;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> PAUSED = List.of("excursion", "registration");

  /// As `Messenger` has it.
  private static final String END_LEASE =
      """
      select pg_terminate_backend(a.pid) from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.granted and a.datname = current_database()
        and (l.classid::int8 << 32) + l.objid::int8 = x'6875697775'::int8\
      """;

  @TempDir Path scratch;
  private final Map<String, String> paused = new TreeMap<>();

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void a_messenger_that_was_paused_beyond_its_lock_stops_and_waits_and_the_drill_ends_equal()
      throws Exception {
    var servers = ServersApart.start(scratch.resolve("servers"));
    var cast = new Cast(1, Map.of("excursion", 2, "registration", 2), Map.of());
    try (var platform = SeparateProcesses.start(scratch, servers, cast)) {
      var rehearsal = Rehearsal.made(SEED, 40, scratch);
      var steps = rehearsal.steps();
      var differences =
          rehearsal.play(
              platform,
              Duration.ofMinutes(10),
              step -> {
                if (step == steps / 4 || step == steps * 5 / 8) {
                  pause(platform);
                } else if (step == steps / 4 + WHILE_PAUSED
                    || step == steps * 5 / 8 + WHILE_PAUSED) {
                  goOn(platform);
                }
              });
      assertThat(differences).as("seed " + SEED).isEmpty();
      Audit.passes(platform, servers);
      log.info(
          "seed {}: {} steps, two services' messengers paused twice, drill cut short {} times; equal",
          SEED,
          steps,
          rehearsal.cutShort());
    }
  }

  private void pause(SeparateProcesses platform) throws SQLException {
    for (var service : PAUSED) {
      var messenger = platform.messengersOf(service).getFirst();
      paused.put(service, messenger);
      platform.instance(messenger).pause();
      try (var connection = platform.open(service);
          var statement = connection.createStatement()) {
        statement.execute(END_LEASE);
      }
      await()
          .atMost(PATIENCE)
          .until(() -> others(platform.messengersOf(service), messenger).size() == 1);
    }
  }

  private void goOn(SeparateProcesses platform) throws SQLException {
    for (var service : PAUSED) {
      var messengers = platform.messengersOf(service);
      var before = java.util.Objects.requireNonNull(paused.remove(service));
      assertThat(messengers).doesNotContain(before);
      platform.instance(before).goOn();
      // it finds out and waits, and whoever took over stays
      await()
          .during(Duration.ofSeconds(2))
          .atMost(PATIENCE)
          .until(() -> platform.messengersOf(service).equals(messengers));
      assertThat(platform.instance(before).isAlive()).isTrue();
    }
  }

  private static List<String> others(List<String> messengers, String one) {
    return messengers.stream().filter(m -> !m.equals(one)).toList();
  }
}
