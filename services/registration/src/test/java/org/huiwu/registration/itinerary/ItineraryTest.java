package org.huiwu.registration.itinerary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ItineraryTest {
  private static final Leg FLIGHT =
      new Leg(LocalDateTime.parse("2026-06-08T17:30"), "NNG", "CZ4510");
  private static final Leg TRAIN = new Leg(LocalDateTime.parse("2026-06-11T10:35"), "NND", "G421");

  @Test
  void a_leg_is_left_out_only_if_all_three_of_its_fields_are() {
    assertThat(Leg.UNKNOWN.orElse(FLIGHT)).isEqualTo(FLIGHT);
    var onlyNumber = new Leg(null, "", "CZ1");
    assertThat(onlyNumber.orElse(FLIGHT)).isEqualTo(onlyNumber);
    var onlyPlace = new Leg(null, "self", "");
    assertThat(onlyPlace.orElse(FLIGHT)).isEqualTo(onlyPlace);
    var onlyTime = new Leg(LocalDateTime.parse("2026-06-08T09:00"), "", "");
    assertThat(onlyTime.orElse(FLIGHT)).isEqualTo(onlyTime);
  }

  @Test
  void a_change_is_the_next_version_and_no_change_is_none() {
    var recorded = Itinerary.recorded("p", FLIGHT, Leg.UNKNOWN);
    assertThat(recorded.version()).isEqualTo(1);
    assertThat(recorded.with(FLIGHT, Leg.UNKNOWN)).isSameAs(recorded);
    assertThat(recorded.with(FLIGHT, TRAIN)).isEqualTo(new Itinerary("p", 2, FLIGHT, TRAIN));
  }

  @Test
  void a_departure_before_the_arrival_is_accepted() {
    assertThat(Itinerary.recorded("p", TRAIN, FLIGHT).departure()).isEqualTo(FLIGHT);
  }
}
