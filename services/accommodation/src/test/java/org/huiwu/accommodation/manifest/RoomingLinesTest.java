package org.huiwu.accommodation.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.huiwu.accommodation.manifest.RoomingLines.Block;
import org.huiwu.accommodation.manifest.RoomingLines.Sleeper;
import org.huiwu.accommodation.nights.Nights;
import org.huiwu.platform.manifests.Contribution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoomingLinesTest {
  private static final LocalDate EIGHTH = LocalDate.parse("2026-06-08");

  @Test
  void the_header_is_the_hotel_and_nothing_else() {
    assertThat(RoomingLines.header("H1"))
        .isEqualTo(Contribution.header("rooming:H1", Map.of("hotel", "H1")));
  }

  @Test
  void a_line_says_who_sleeps_there_from_when_to_when_and_in_which_room() {
    assertThat(RoomingLines.line(sleeper(Nights.between(EIGHTH, EIGHTH.plusDays(3)), "301")))
        .isEqualTo(
            Contribution.line(
                "rooming:H1",
                "p1",
                Map.of(
                    "from", "2026-06-08",
                    "to", "2026-06-11",
                    "name", "胡宇浩",
                    "delegation", "CQ",
                    "room", "301")));
  }

  @Test
  void an_unplaced_person_has_a_line_with_an_empty_room() {
    var line =
        (Contribution.Line)
            RoomingLines.line(sleeper(Nights.between(EIGHTH, EIGHTH.plusDays(3)), null));
    assertThat(line.fields()).containsEntry("room", "");
  }

  @Test
  void two_stays_in_one_hotel_are_one_line_from_the_first_night_to_the_last() {
    var nights =
        Nights.between(EIGHTH, EIGHTH.plusDays(1))
            .and(Nights.between(EIGHTH.plusDays(3), EIGHTH.plusDays(4)));
    var line = (Contribution.Line) RoomingLines.line(sleeper(nights, "301"));
    assertThat(line.fields()).containsEntry("from", "2026-06-08").containsEntry("to", "2026-06-12");
  }

  @Test
  void a_hold_is_a_line_of_its_organisation() {
    assertThat(RoomingLines.line(new Block("警卫局", "H1", 10, EIGHTH, EIGHTH.plusDays(2))))
        .isEqualTo(
            Contribution.line(
                "rooming:H1",
                "HOLD/警卫局",
                Map.of("rooms", "10", "from", "2026-06-08", "to", "2026-06-10")));
  }

  private static Sleeper sleeper(Nights nights, @Nullable String room) {
    return new Sleeper("p1", "胡宇浩", "CQ", "H1", nights, room);
  }
}
