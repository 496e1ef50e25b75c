package org.huiwu.drills.crashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.huiwu.drills.Rebuilding;
import org.huiwu.drills.Rehearsal;
import org.huiwu.drills.SeparateProcesses;
import org.huiwu.drills.SeparateProcesses.Cast;
import org.huiwu.drills.Witness;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Services are rebuilt beside the live ones while a drill plays, and swapped in while desks work.
@Tag("proof")
class RebuildTest {
  private static final Logger log = LoggerFactory.getLogger(RebuildTest.class);
  private static final long SEED = Long.getLong("huiwu.seed", 74);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final List<String> SWAPPED = List.of("catering", "excursion");
  private static final String SWAP = "--swap";
  private static final int UNAVAILABLE = 503;
  private static final int LONG = 30;
  private static final String NO_CONNECTIONS = "55000";

  @TempDir Path scratch;

  private record Swap(String service, Rebuilding.Ended ended) {}

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void a_service_is_rebuilt_beside_the_live_one_and_swapped_in_and_nobody_misses_a_change()
      throws Exception {
    var servers = ServersApart.start(scratch.resolve("servers"));
    try (var platform = SeparateProcesses.start(scratch, servers, Cast.of(1))) {
      var witness = Witness.arrived(platform, "rebuild");
      var swaps = drilled(platform);
      Audit.passes(platform, servers);
      Gate.holds(platform, scratch);
      for (var swap : swaps) {
        assertThat(swap.ended().exitCode()).as(swap.ended().said()).isZero();
        assertThat(swap.ended().differing()).as(swap.ended().said()).isEmpty();
        oldOneRefuses(platform, swap);
      }
      desksAreAnswered(platform, witness);
      sameInWhateverBatches(platform);
      whatIsPlantedIsNoticedAndGone(platform);
      Audit.passes(platform, servers);
      Gate.holds(platform, scratch);
    }
  }

  /// While the drill goes on, at a third of it.
  private List<Swap> drilled(SeparateProcesses platform) throws Exception {
    List<CompletableFuture<Swap>> swaps = new ArrayList<>();
    var rehearsal = Rehearsal.made(SEED, 40, scratch);
    var third = rehearsal.steps() / 3;
    var differences =
        rehearsal.play(
            platform,
            Duration.ofMinutes(5),
            step -> {
              if (step == third) {
                SWAPPED.forEach(service ->
                    swaps.add(CompletableFuture.supplyAsync(() -> swap(platform, service))));
              }
              if (step == rehearsal.steps() - third) {
                assertThat(swaps).allMatch(s -> s.join() != null);
              }
            });
    assertThat(differences).as("seed %d: %s", SEED, platform.logs()).isEmpty();
    log.info("seed {}: swapped in during {} steps, equal", SEED, rehearsal.steps());
    return swaps.stream().map(CompletableFuture::join).toList();
  }

  private static Swap swap(SeparateProcesses platform, String service) {
    try {
      var ended = Rebuilding.of(platform, service).run(SWAP);
      log.info("{}", ended.said().lines().filter(l -> l.startsWith("Swapped")).toList());
      return new Swap(service, ended);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void oldOneRefuses(SeparateProcesses platform, Swap swap) {
    var said = swap.ended().said();
    var name = said.replaceAll("(?s).*The old database is (\\S+) .*", "$1");
    var books =
        platform.books().stream()
            .filter(b -> b.service().equals(swap.service()))
            .findFirst()
            .orElseThrow();
    var url = books.jdbcUrl().replaceAll("/[a-z_]+$", "/" + name);
    assertThatThrownBy(() -> DriverManager.getConnection(url, books.username(), books.password()))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(NO_CONNECTIONS));
  }

  /// A desk sends while the swap goes on, each command under its own key and until it is answered
  /// well: nothing is refused but for the moment, nothing is done twice.
  private static void desksAreAnswered(SeparateProcesses platform, Witness witness)
      throws SQLException {
    var swapping = CompletableFuture.supplyAsync(() -> swap(platform, "venue"));
    Map<Integer, Integer> answers = new LinkedHashMap<>();
    List<String> changes = new ArrayList<>();
    while (!swapping.isDone()) {
      var key = Deeds.newKey();
      var code = "W" + changes.size();
      HttpResponse<String> answer;
      do {
        answer = witness.sendOnce(Deeds.session(witness, code, key));
        answers.merge(answer.statusCode(), 1, Integer::sum);
        if (answer.statusCode() == UNAVAILABLE) {
          assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
      } while (answer.statusCode() == UNAVAILABLE);
      changes.add(answer.headers().firstValue("Huiwu-Change").orElse(answer.body()));
    }
    log.info("answered while venue was swapped: {}", answers);
    assertThat(swapping.join().ended().exitCode()).as(swapping.join().ended().said()).isZero();
    assertThat(
            Deeds.count(
                platform,
                "venue",
                "select count(*) from session where conference = ?",
                witness.conference()))
        .isEqualTo(changes.size());
    for (var change : changes) {
      await()
          .atMost(PATIENCE)
          .until(() -> witness.change(change, LONG).path("state").asString(""), "settled"::equals);
    }
  }

  private static void sameInWhateverBatches(SeparateProcesses platform) throws Exception {
    for (var service : Rebuilding.SERVICES) {
      var oneByOne = Rebuilding.of(platform, service).run("--batch", "1");
      var together = Rebuilding.of(platform, service).run("--batch", "500");
      assertThat(oneByOne.exitCode()).as(oneByOne.said()).isZero();
      assertThat(together.hashes()).as(together.said()).hasSize(2);
      assertThat(together.hashes()).as(service).isEqualTo(oneByOne.hashes());
      assertThat(together.hashes()).as(service).containsOnly(oneByOne.hashes().getFirst());
    }
  }

  /// A wrong row among what is learnt, a wrong sum in a list, and a list that claims to say
  /// something else than it does.
  private static void whatIsPlantedIsNoticedAndGone(SeparateProcesses platform) throws Exception {
    try (var catering = platform.open("catering")) {
      plant(
          catering,
          "update participant set attending = not attending where ctid in (select ctid from participant limit 1)");
      plant(
          catering,
          "update manifest_tally set amount = amount + 1 where ctid in (select ctid from manifest_tally where amount > 0 limit 1)");
      plant(
          catering,
          "update manifest_head set hash = repeat('1', 64) where ctid in (select ctid from manifest_head where header is not null limit 1)");
    }
    var noticed = Rebuilding.of(platform, "catering").run();
    assertThat(noticed.exitCode()).as(noticed.said()).isEqualTo(1);
    assertThat(noticed.differing())
        .containsExactly("manifest_head", "manifest_tally", "participant");
    var swapped = Rebuilding.of(platform, "catering").run(SWAP);
    assertThat(swapped.exitCode()).as(swapped.said()).isZero();
    assertThat(swapped.said()).contains("are compared with what was published");
    var after = Rebuilding.of(platform, "catering").run();
    assertThat(after.exitCode()).as(after.said()).isZero();
  }

  private static void plant(Connection database, String sql) throws SQLException {
    try (var statement = database.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }
}
