package org.huiwu.notification.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What another desk has changed without speaking to the gates.
class GateClockTest extends Gated {
  private static final int OTHERS = 12;

  private final List<UUID> others = Stream.generate(UUID::randomUUID).limit(OTHERS).toList();

  @BeforeEach
  void conferences_whose_gates_cannot_be_told() {
    jdbc.execute(
        """
        create or replace function refuse_gate() returns trigger language plpgsql as
        $$ begin raise exception 'refused'; end $$\
        """);
    others.forEach(other -> {
      jdbc.update("insert into conference_phase (conference, live_at) values (?, now())", other);
      jdbc.update(
          """
          insert into gate (conference, trip, root, roll_call, happened_at, learnt_at, settled, light, since)
          values (?, 'REFUSED', gen_random_uuid(), 'r', '2026-06-09T13:50', now(), true, 'green', now())\
          """,
          other);
    });
    jdbc.execute(
        """
        create trigger refuse_gate before update on gate for each row when (new.trip = 'REFUSED')
        execute function refuse_gate()\
        """);
  }

  @AfterEach
  void they_are_gone() {
    jdbc.execute("drop trigger refuse_gate on gate");
    others.forEach(other -> {
      jdbc.update("delete from gate where conference = ?", other);
      jdbc.update("delete from conference_phase where conference = ?", other);
    });
  }

  @Test
  void what_goes_wrong_in_one_conference_keeps_no_other_waiting() {
    isLive();
    settledRollCall("X1A", site.line("p2", "name", "李四"));
    assertThat(light("X1A")).isEqualTo("red");
    jdbc.update(
        "update standing set acknowledged = 2 where conference = ? and contact = 'SITE'",
        conference);
    await().untilAsserted(() -> assertThat(told("gate-changed").getLast()).contains("green"));
  }
}
