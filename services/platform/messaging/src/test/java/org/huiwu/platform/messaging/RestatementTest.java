package org.huiwu.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestatementTest {
  private static final int PLATES = 1_200;
  private static final Duration OFTEN = Duration.ofMillis(5);
  private static final int STARTS = 100;

  private final UUID conference = UUID.randomUUID();
  private final AtomicBoolean broken = new AtomicBoolean();
  private int owned = PLATES;
  private SmallService service;

  @BeforeEach
  void a_service() {
    service = SmallService.create();
  }

  @AfterEach
  void gone() {
    service.close();
  }

  private Restatement restatement() {
    return new Restatement(
        service.jdbc, service.changes, List.of(this.new Plates()), Clock.systemUTC());
  }

  private UUID recovery() {
    var root = UUID.randomUUID();
    service.jdbc.update(
        "insert into recovery_task (conference, root) values (?, ?)", conference, root);
    return root;
  }

  private void awaitSaid() {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollDelay(Duration.ZERO)
        .pollInterval(OFTEN)
        .until(() ->
            service.jdbc.queryForList("select root from recovery_task", UUID.class).isEmpty());
  }

  private final class Plates implements Restated {
    @Override
    public int order() {
      return 1;
    }

    @Override
    public Optional<String> say(ChangeScope scope, String after, int limit) {
      if (broken.get()) {
        throw new IllegalStateException("the plates cannot be counted");
      }
      var begin = after.isEmpty() ? 0 : Integer.parseInt(after) + 1;
      var end = Math.min(begin + limit, owned);
      IntStream.range(begin, end)
          .forEach(n ->
              scope.changed(
                  "kitchen.plate", "p" + n, 1, "plate-laid", new SmallService.Plate("p" + n)));
      return end < owned ? Optional.of(String.valueOf(end - 1)) : Optional.empty();
    }
  }

  private List<String> plates() {
    List<String> said = new ArrayList<>();
    service
        .written(conference)
        .forEach(c -> c.states().forEach(s -> said.add(c.root() + "/" + s.id())));
    return said;
  }

  @Test
  void all_that_is_owned_is_said_once_under_one_root() {
    var root = recovery();
    var restatement = restatement();
    restatement.start();
    awaitSaid();
    restatement.stop();
    assertThat(plates())
        .containsExactlyElementsOf(
            IntStream.range(0, PLATES).mapToObj(n -> root + "/p" + n).toList());
    assertThat(service.written(conference))
        .hasSizeGreaterThan(2)
        .allSatisfy(c -> assertThat(c.root()).isEqualTo(root));
    assertThat(service.written(conference).getLast().part().next()).isNull();
  }

  /// Its thread may run before who started it goes on.
  @Test
  void what_is_to_be_said_is_said_at_every_start() {
    owned = 1;
    for (int start = 0; start < STARTS; start++) {
      var root = recovery();
      var restatement = restatement();
      restatement.start();
      awaitSaid();
      restatement.stop();
      assertThat(service.written(conference).getLast().root()).isEqualTo(root);
    }
  }

  @Test
  void what_was_cut_short_goes_on_where_it_was() {
    var root = recovery();
    broken.set(true);
    var failing = restatement();
    failing.start();
    failing.stop();
    assertThat(failing.isRunning()).isFalse();
    assertThat(plates()).isEmpty();

    broken.set(false);
    var goesOn = restatement();
    goesOn.start();
    awaitSaid();
    goesOn.stop();
    assertThat(plates()).hasSize(PLATES).doesNotHaveDuplicates().first().isEqualTo(root + "/p0");
  }
}
