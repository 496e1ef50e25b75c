package org.huiwu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The simulator notices: each defect makes a seed fail, and the seed that failed fails again.
class PlantedDefectsTest {
  private static final int SEEDS = 25;
  private static final long FIRST = 1_000_000;
  private static final int RARELY = 40;

  private Platform platform;

  @BeforeEach
  void the_platform() throws Exception {
    platform = Platform.shared();
  }

  @AfterEach
  void mended() throws Exception {
    platform.all().forEach(s -> s.plant(() -> {}, () -> {}));
    platform.connect(new Bus(platform.clock(), new SplittableRandom(0)));
  }

  private SimulationFailure firstFailure() {
    var simulator = new Simulator(platform);
    for (var seed = FIRST; seed < FIRST + SEEDS; seed++) {
      try {
        simulator.play(seed);
      } catch (SimulationFailure e) {
        return e;
      }
    }
    throw new AssertionError("nothing was noticed in " + SEEDS + " seeds");
  }

  /// @param as what is said of it, a regular expression
  private void isNoticed(String as) {
    var failure = firstFailure();
    assertThat(failure.getCause()).as(failure.getMessage()).isInstanceOf(Violation.class);
    assertThat(failure.getMessage()).contains("-Dhuiwu.seed=" + failure.seed());
    assertThat(failure.getMessage().lines().findFirst()).get().asString().containsPattern(as);
    assertThat(failure.getMessage().lines()).as("a trace").hasSizeGreaterThan(10);
  }

  @Test
  void a_relay_that_passes_over_a_row_is_noticed() throws Exception {
    platform.connect(
        new Bus(platform.clock(), new SplittableRandom(0)) {
          private final Set<String> passedOver = new HashSet<>();
          private int count;

          @Override
          void lay(ProducerRecord<String, byte[]> record) {
            var text = new String(record.value(), java.nio.charset.StandardCharsets.UTF_8);
            if (mischiefBegun() && ++count % RARELY == 0) {
              passedOver.add(text);
            }
            if (!passedOver.contains(text)) {
              super.lay(record);
            }
          }
        });
    isNoticed("gap in the deltas|is open");
  }

  @Test
  void records_of_one_topic_and_conference_in_another_order_are_noticed() throws Exception {
    platform.connect(
        new Bus(platform.clock(), new SplittableRandom(0)) {
          private final List<ProducerRecord<String, byte[]>> heldBack = new ArrayList<>();
          private int count;

          @Override
          void lay(ProducerRecord<String, byte[]> record) {
            if (mischiefBegun() && ++count % 5 == 0 && heldBack.isEmpty()) {
              heldBack.add(record);
              return;
            }
            super.lay(record);
            if (!heldBack.isEmpty() && heldBack.getFirst().topic().equals(record.topic())) {
              super.lay(heldBack.removeFirst());
            }
          }

          @Override
          void tick() {
            super.tick();
            if (count % 7 == 0) {
              heldBack.forEach(super::lay);
              heldBack.clear();
            }
          }
        });
    isNoticed("gap in the deltas|is open|parked|differs");
  }

  @Test
  void a_subscriber_that_does_not_recognise_what_it_has_had_is_noticed() {
    var catering = platform.of(Service.CATERING);
    catering.plant(() -> catering.jdbc().update("delete from inbox"), () -> {});
    isNoticed("said twice and differs|two receipts");
  }

  @Test
  void an_offset_that_is_saved_without_its_projection_is_noticed() {
    var excursion = platform.of(Service.EXCURSION);
    excursion.plant(
        () -> {},
        () -> excursion.jdbc().update("update consumer_offset set next_offset = next_offset + 1"));
    isNoticed("is open|parked|differs");
  }

  @Test
  void a_room_with_too_many_in_it_is_noticed() {
    var accommodation = platform.of(Service.ACCOMMODATION);
    accommodation.plant(
        () -> accommodation.jdbc().update("update stay set room = '302' where room is not null"),
        () -> {});
    isNoticed("holds more than");
  }
}
