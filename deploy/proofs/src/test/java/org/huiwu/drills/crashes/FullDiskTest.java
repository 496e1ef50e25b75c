package org.huiwu.drills.crashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.huiwu.drills.SeparateProcesses;
import org.huiwu.drills.SeparateProcesses.Cast;
import org.huiwu.drills.Witness;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// PostgreSQL's disk and the broker's are small, and full.
@Tag("proof")
class FullDiskTest {
  private static final Logger log = LoggerFactory.getLogger(FullDiskTest.class);
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int LONG = 30;
  private static final int SERVER_ERROR = 500;
  private static final int MOST = 3_000;
  private static final Map<String, String> LITTLE_LOG =
      Map.of("min_wal_size", "32MB", "max_wal_size", "48MB", "shared_buffers", "32MB");

  @TempDir Path scratch;

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES)
  void a_full_disk_is_said_nothing_is_half_done_and_everything_goes_on_when_there_is_room()
      throws Exception {
    try (var databases = SmallDisk.mount(scratch.resolve("databases"), 400);
        var topics = SmallDisk.mount(scratch.resolve("topics"), 120)) {
      var servers =
          ServersApart.start(
              scratch.resolve("servers"),
              databases.folder().resolve("postgres"),
              topics.folder().resolve("kafka"),
              LITTLE_LOG);
      try (var platform = SeparateProcesses.start(scratch, servers, Cast.of(1))) {
        var witness = Witness.arrived(platform, "disk");
        databaseFull(platform, servers, witness, databases);
        Audit.passes(platform, servers);
        brokerFull(platform, servers, witness, topics);
        Audit.passes(platform, servers);
      }
    }
  }

  private static void databaseFull(
      SeparateProcesses platform, ServersApart servers, Witness witness, SmallDisk disk)
      throws Exception {
    var conference = witness.conference();
    disk.fill();
    List<String> made = new ArrayList<>();
    String key;
    HttpResponse<String> answer;
    do {
      assertThat(made).as("commands before the disk was noticed to be full").hasSizeLessThan(MOST);
      key = Deeds.newKey();
      answer = witness.sendOnce(Deeds.session(witness, "D" + made.size(), key));
      answer.headers().firstValue("Huiwu-Change").ifPresent(made::add);
    } while (answer.statusCode() < SERVER_ERROR);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(JSON.readTree(answer.body()).path("detail").asString()).isNotBlank();
    log.info(
        "database full: {} commands accepted, then {} {}",
        made.size(),
        answer.statusCode(),
        JSON.readTree(answer.body()).path("code").asString());

    disk.makeRoom();
    if (!answers(platform)) {
      log.info("PostgreSQL had ended, and is started again");
      servers.startPostgres();
    }
    assertThat(sessions(platform, conference)).isEqualTo(made.size());
    assertThat(roots(platform, conference)).isEqualTo(made.size());
    var refused = Deeds.session(witness, "D" + made.size(), key);
    made.add(
        await()
            .atMost(PATIENCE)
            .until(
                () -> witness.send(refused).headers().firstValue("Huiwu-Change").orElse(""),
                change -> !change.isEmpty()));
    assertThat(sessions(platform, conference)).isEqualTo(made.size());
    settle(witness, made);
  }

  private static void brokerFull(
      SeparateProcesses platform, ServersApart servers, Witness witness, SmallDisk disk)
      throws Exception {
    disk.fill();
    List<String> made = new ArrayList<>();
    while (servers.brokerIsAlive() && made.size() < MOST) {
      made.add(witness.changedBy(Deeds.session(witness, "B" + made.size(), Deeds.newKey())));
    }
    // commands are accepted: they are in the outbox, and their changes stay open
    made.add(witness.changedBy(Deeds.session(witness, "B" + made.size(), Deeds.newKey())));
    assertThat(witness.change(made.getLast(), 1).path("state").asString("open")).isEqualTo("open");
    log.info(
        "broker's disk full: {} commands accepted, the broker {}",
        made.size(),
        servers.brokerIsAlive() ? "lives" : "has ended");
    disk.makeRoom();
    servers.killBroker();
    servers.startBroker();
    settle(witness, made);
    assertThat(platform.instance("venue-1").isAlive()).isTrue();
  }

  private static void settle(Witness witness, List<String> changes) {
    for (var change : changes) {
      await()
          .atMost(PATIENCE)
          .until(() -> witness.change(change, LONG).path("state").asString(""), "settled"::equals);
    }
  }

  private static boolean answers(SeparateProcesses platform) {
    try (var connection = platform.open("venue")) {
      return connection.isValid(LONG);
    } catch (SQLException e) {
      log.info("PostgreSQL says {}", e.getSQLState());
      return false;
    }
  }

  private static long sessions(SeparateProcesses platform, UUID conference) throws SQLException {
    return Deeds.count(
        platform, "venue", "select count(*) from session where conference = ?", conference);
  }

  private static long roots(SeparateProcesses platform, UUID conference) throws SQLException {
    return Deeds.count(
        platform,
        "venue",
        "select count(*) from outbox where conference = ? and payload::jsonb ->> 'cause' is null",
        conference);
  }
}
