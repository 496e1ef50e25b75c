package org.huiwu.check.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.huiwu.check.rule.NobodyInTwoVehicles.Ride;
import org.junit.jupiter.api.Test;

class NobodyInTwoVehiclesTest {
  private static Ride bus(String code, String from, String until) {
    return new Ride(code, false, at(from), at(until));
  }

  private static Ride pickup(String code, String arrival, String windowTo) {
    return new Ride(code, true, at(arrival), at(windowTo));
  }

  private static LocalDateTime at(String time) {
    return LocalDateTime.parse("2026-06-10T" + time);
  }

  private static Findings judged(Ride... rides) {
    var findings = new Findings();
    NobodyInTwoVehicles.judge("p", List.of(rides), findings);
    return findings;
  }

  @Test
  void buses_overlap_from_the_departure_until_just_before_the_return() {
    assertThat(judged(bus("X1", "08:00", "12:00"), bus("X2", "11:59", "18:00")).broken())
        .hasSize(1);
    assertThat(judged(bus("X1", "08:00", "12:00"), bus("X2", "12:00", "18:00")).broken()).isEmpty();
  }

  @Test
  void a_bus_retimed_to_after_the_return_still_takes_its_people_at_that_moment() {
    assertThat(judged(bus("X1", "13:00", "12:00"), bus("X2", "12:30", "18:00")).broken())
        .hasSize(1);
  }

  @Test
  void nobody_is_fetched_twice_from_one_arrival() {
    assertThat(judged(pickup("P1", "10:00", "11:00"), pickup("P2", "10:00", "12:00")).broken())
        .hasSize(1);
    assertThat(judged(pickup("P1", "10:00", "11:00"), pickup("P2", "11:00", "12:00")).broken())
        .isEmpty();
  }

  @Test
  void who_arrives_while_their_bus_is_on_its_way_is_named_and_breaks_nothing() {
    var landed = judged(pickup("P1", "09:00", "10:00"), bus("X1", "08:00", "12:00"));
    assertThat(landed.broken()).isEmpty();
    assertThat(landed.named()).hasSize(1);
    var before = judged(pickup("P1", "07:00", "10:00"), bus("X1", "08:00", "12:00"));
    assertThat(before.named()).isEmpty();
  }
}
