package org.huiwu.venue.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final LocalDateTime NINE = LocalDateTime.parse("2026-06-09T09:00");
  private static final Session OPENING =
      new Session("OPENING", "开幕式", "HALL-1", NINE, "HALL", false, 1);

  @Test
  void hall_and_start_move_in_one_step() {
    assertThat(OPENING.movedTo("开幕式", "HALL-2", NINE.plusHours(1), "HALL"))
        .isEqualTo(new Session("OPENING", "开幕式", "HALL-2", NINE.plusHours(1), "HALL", false, 2));
  }

  @Test
  void a_move_to_where_it_is_already_is_none() {
    assertThat(OPENING.movedTo("开幕式", "HALL-1", NINE, "HALL")).isSameAs(OPENING);
  }

  @Test
  void cancelling_twice_is_cancelling_once() {
    var cancelled = OPENING.cancel();
    assertThat(cancelled.cancelled()).isTrue();
    assertThat(cancelled.version()).isEqualTo(2);
    assertThat(cancelled.cancel()).isSameAs(cancelled);
  }
}
