package org.huiwu.catering.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.huiwu.catering.upstream.Lodging.Stay;
import org.junit.jupiter.api.Test;

class LodgingTest {
  private static final Stay H1 = new Stay("H1", null);
  private static final Stay H3_FROM_9TH = new Stay("H3", LocalDate.parse("2026-06-09"));

  @Test
  void the_first_hotel_is_in_force_from_the_beginning() {
    assertThat(lodging(H1).hotelOn(LocalDate.parse("2020-01-01"))).contains("H1");
  }

  @Test
  void rehousing_takes_effect_on_its_date() {
    var lodging = lodging(H1, H3_FROM_9TH);
    assertThat(lodging.hotelOn(LocalDate.parse("2026-06-08"))).contains("H1");
    assertThat(lodging.hotelOn(LocalDate.parse("2026-06-09"))).contains("H3");
  }

  @Test
  void rehoused_twice_the_later_decision_wins_even_from_an_earlier_date() {
    var lodging = lodging(H1, H3_FROM_9TH, new Stay("H2", LocalDate.parse("2026-06-08")));
    assertThat(lodging.hotelOn(LocalDate.parse("2026-06-07"))).contains("H1");
    assertThat(lodging.hotelOn(LocalDate.parse("2026-06-08"))).contains("H2");
    assertThat(lodging.hotelOn(LocalDate.parse("2026-06-10"))).contains("H2");
  }

  @Test
  void before_the_first_stay_there_is_no_hotel() {
    assertThat(lodging(H3_FROM_9TH).hotelOn(LocalDate.parse("2026-06-08"))).isEmpty();
    assertThat(lodging().hotelOn(LocalDate.parse("2026-06-08"))).isEmpty();
  }

  private static Lodging lodging(Stay... stays) {
    return new Lodging("GD", List.of(stays));
  }
}
