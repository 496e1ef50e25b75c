package org.huiwu.notification.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeskKindsTest {

  @Test
  void a_desk_is_told_of_its_own_kinds() {
    assertThat(DeskKinds.of(List.of("accommodation"))).containsExactly("rooming");
    assertThat(DeskKinds.of(List.of("catering"))).containsExactly("meal");
    assertThat(DeskKinds.of(List.of("transport"))).containsExactly("trip");
    assertThat(DeskKinds.of(List.of("excursion"))).containsExactlyInAnyOrder("site", "trip");
    assertThat(DeskKinds.of(List.of("venue"))).containsExactly("session");
    assertThat(DeskKinds.of(List.of("liaison"))).containsExactlyInAnyOrder("site", "trip");
  }

  @Test
  void registration_protocol_and_the_duty_room_are_told_of_everything() {
    for (var role : List.of("registration", "protocol", "duty")) {
      assertThat(DeskKinds.of(List.of(role)))
          .containsExactlyInAnyOrder("rooming", "meal", "trip", "site", "session");
    }
  }

  @Test
  void who_holds_several_roles_is_told_of_the_kinds_of_all() {
    assertThat(DeskKinds.of(List.of("catering", "venue", "somebody")))
        .containsExactlyInAnyOrder("meal", "session");
  }
}
