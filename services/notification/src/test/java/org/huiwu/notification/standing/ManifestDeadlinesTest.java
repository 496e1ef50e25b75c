package org.huiwu.notification.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.Owner;
import org.huiwu.notification.RippleConversation;
import org.huiwu.notification.conference.ConferenceClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ManifestDeadlinesTest extends RippleConversation {
  @Autowired private ManifestDeadlines deadlines;
  @Autowired private ConferenceClock clock;

  private @Nullable LocalDateTime dueAt(String local) {
    clock.set(conference, clock.instant(conference, LocalDateTime.parse(local)), 1);
    var due = deadlines.of(conference, List.of("rooming:H1")).get("rooming:H1");
    return due == null ? null : due.local();
  }

  @Test
  void rooms_are_due_at_noon_of_the_first_night_and_after_it_by_the_end_of_that_day() {
    var live = new LiveConference(conference, desk, this::say).rehearsal();
    live.hotel("H1", "H");
    var rooming = new Owner("rooming:H1");
    live.revises(
        rooming.line("p1", "from", "2026-06-08"), rooming.line("p2", "from", "2026-06-10"));
    assertThat(dueAt("2026-06-07T20:00")).isEqualTo("2026-06-08T12:00");
    assertThat(dueAt("2026-06-08T11:00")).isEqualTo("2026-06-08T12:00");
    assertThat(dueAt("2026-06-08T15:00")).isEqualTo("2026-06-09T00:00");
    assertThat(dueAt("2026-06-09T08:00")).isEqualTo("2026-06-10T12:00");
    assertThat(dueAt("2026-06-11T08:00")).isNull();
  }
}
