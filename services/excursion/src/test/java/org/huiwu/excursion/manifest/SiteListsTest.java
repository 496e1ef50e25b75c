package org.huiwu.excursion.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.huiwu.platform.manifests.Contribution;
import org.junit.jupiter.api.Test;

class SiteListsTest {

  private static Visitor visitor(
      boolean attending, String route, String bus, boolean absent, String diet) {
    return new Visitor("p", "何子敏", "FJ", 2, attending, route, bus, absent, diet);
  }

  @Test
  void a_person_on_the_route_is_a_line_of_each_of_its_stops() {
    var fields =
        Map.of("bus", "X1A", "rank", "2", "diet", "halal", "name", "何子敏", "delegation", "FJ");
    assertThat(SiteLists.linesOf(visitor(true, "R1", "X1A", false, "halal"), List.of("S11", "S12")))
        .containsExactly(
            Contribution.line("site:S11", "p", fields), Contribution.line("site:S12", "p", fields));
  }

  @Test
  void an_unplaced_person_is_on_the_sites_lists_without_a_bus() {
    assertThat(SiteLists.linesOf(visitor(true, "R1", "", false, "normal"), List.of("S11")))
        .hasSize(1)
        .allSatisfy(c ->
            assertThat(c)
                .isInstanceOfSatisfying(
                    Contribution.Line.class, l -> assertThat(l.fields()).containsEntry("bus", "")));
  }

  @Test
  void the_withdrawn_the_absent_and_those_on_no_route_are_on_no_list() {
    var stops = List.of("S11");
    assertThat(SiteLists.linesOf(visitor(false, "R1", "X1A", false, "normal"), stops)).isEmpty();
    assertThat(SiteLists.linesOf(visitor(true, "R1", "X1A", true, "normal"), stops)).isEmpty();
    assertThat(SiteLists.linesOf(visitor(true, "", "", false, "normal"), stops)).isEmpty();
  }

  @Test
  void the_header_has_the_arrival_and_the_plates_sorted_and_joined_by_a_space() {
    assertThat(
            SiteLists.headerOf(
                "S11", LocalDateTime.of(2026, 6, 9, 16, 30), List.of("桂B2", "桂A1", "")))
        .isEqualTo(
            Contribution.header(
                "site:S11", Map.of("arrives", "2026-06-09T16:30", "plates", "桂A1 桂B2")));
  }

  @Test
  void a_stop_without_buses_has_empty_plates() {
    assertThat(SiteLists.headerOf("S11", LocalDateTime.of(2026, 6, 9, 16, 0), List.of()))
        .isEqualTo(
            Contribution.header("site:S11", Map.of("arrives", "2026-06-09T16:00", "plates", "")));
  }
}
