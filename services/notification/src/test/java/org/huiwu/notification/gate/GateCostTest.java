package org.huiwu.notification.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.stream.LongStream;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.RippleConversation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The duty room looks at its list and at the gates all the time: a hundred buses cost little more
/// than one.
class GateCostTest extends RippleConversation {
  private static final int TRIPS = 100;
  private static final int RUNS = 5;

  @Autowired private GateMatters matters;
  @Autowired private GateBoard board;

  /// Each goes to two sites, which have not acknowledged.
  @BeforeEach
  void a_hundred_red_gates() {
    new LiveConference(conference, desk, this::say).facts().goesLive();
    jdbc.update(
        """
        insert into contact (conference, code, role, name, phone, email, version, language, channels)
        select ?, 'C' || n, 'site', '某人', '19900000001', '', 1, 'zh', '{}' from generate_series(1, ?) n\
        """,
        conference,
        2 * TRIPS);
    jdbc.update(
        """
        insert into manifest_fact (conference, manifest, kind, incarnation, seen, title, due, route, trip_kind, cancelled)
        select ?, 'trip:X' || n, 'trip', 1, 1, '桂A', '2026-06-09T14:00', 'R' || n, 'excursion', false from generate_series(1, ?) n\
        """,
        conference,
        TRIPS);
    jdbc.update(
        """
        insert into manifest_fact (conference, manifest, kind, incarnation, seen, title, due, route, cancelled)
        select ?, 'site:S' || n, 'site', 1, 1, '点', '2026-06-09T16:30', 'R' || (n + 1) / 2, false from generate_series(1, ?) n\
        """,
        conference,
        2 * TRIPS);
    jdbc.update(
        """
        insert into standing (conference, contact, manifest, told, acknowledged, owed_since)
        select ?, 'C' || n, 'site:S' || n, 2, 1, now() from generate_series(1, ?) n\
        """,
        conference,
        2 * TRIPS);
    jdbc.update(
        """
        insert into gate (conference, trip, root, roll_call, happened_at, learnt_at, settled, light, since)
        select ?, 'X' || n, gen_random_uuid(), 'r', '2026-06-09T13:50', now(), true, 'red', now() from generate_series(1, ?) n\
        """,
        conference,
        TRIPS);
    jdbc.update(
        """
        insert into gate_site (conference, trip, manifest, version, required)
        select ?, 'X' || (n + 1) / 2, 'site:S' || n, 2, true from generate_series(1, ?) n\
        """,
        conference,
        2 * TRIPS);
    jdbc.execute("analyze contact, manifest_fact, standing, gate, gate_site");
  }

  @Test
  void the_duty_list_reads_all_gates_at_once() {
    assertThat(matters.of(conference)).hasSize(TRIPS);
    assertThat(best(() -> matters.of(conference).size())).isLessThan(Duration.ofMillis(40));
  }

  @Test
  void the_board_reads_all_gates_at_once() {
    assertThat(board.all(conference, true))
        .hasSize(TRIPS)
        .allSatisfy(gate -> assertThat(gate.sites()).hasSize(2));
    assertThat(best(() -> board.all(conference, true).size())).isLessThan(Duration.ofMillis(80));
  }

  private static Duration best(IntSupplier read) {
    return Duration.ofNanos(
        LongStream.range(0, RUNS)
            .map(_ -> {
              var begun = System.nanoTime();
              assertThat(read.getAsInt()).isPositive();
              return System.nanoTime() - begun;
            })
            .min()
            .orElseThrow());
  }
}
