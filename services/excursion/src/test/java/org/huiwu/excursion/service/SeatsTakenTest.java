package org.huiwu.excursion.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huiwu.excursion.service.States.Bus;
import org.huiwu.excursion.service.States.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which bus has most free seats, as the database counts them.
class SeatsTakenTest extends ExcursionScene {
  private static final Person A = Person.delegate("a", "BJ", "R1");

  @BeforeEach
  void two_of_three_seats_are_taken_on_one_bus_and_none_of_two_on_the_other() {
    planned(
        Bus.of("X1A", "R1", 3, "BJ"), Bus.of("X1B", "R1", 2, "TJ"), Bus.of("X2A", "R2", 9, "XZ"));
    registered(A, Person.delegate("b", "BJ", "R1"), Person.delegate("c", "XZ", "R2"));
  }

  private String afterASwitch() {
    assertThat(switchRoute("c", 1, "R1").status()).isEqualTo(200);
    return place("c");
  }

  @Test
  void who_is_aboard_takes_a_seat() {
    assertThat(afterASwitch()).isEqualTo("R1/X1B");
  }

  @Test
  void the_withdrawn_and_the_absent_take_none() {
    hear(REGISTRATION, A.withdrawn().state("participant-withdrawn"));
    called("X1A", 50, NOBODY, List.of("b"), NOBODY);
    assertThat(afterASwitch()).isEqualTo("R1/X1A");
  }

  @Test
  void who_comes_back_takes_a_seat_again() {
    hear(REGISTRATION, A.withdrawn().state("participant-withdrawn"));
    called("X1A", 50, NOBODY, List.of("b"), NOBODY);
    hear(REGISTRATION, A.withdrawn().reinstated().state("participant-reinstated"));
    called("X1A", 55, List.of("b"), NOBODY, NOBODY);
    assertThat(afterASwitch()).isEqualTo("R1/X1B");
  }
}
