package org.huiwu.notification.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.huiwu.notification.LiveConference;
import org.huiwu.notification.RippleConversation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ConferenceClockTest extends RippleConversation {
  @Autowired private ConferenceClock clock;

  @Test
  void a_clock_that_was_set_counts_in_a_rehearsal_only() {
    new LiveConference(conference, desk, this::say).rehearsal();
    clock.set(conference, Instant.parse("2026-06-08T02:00:00Z"), 60);
    assertThat(clock.local(conference).toString()).startsWith("2026-06-08T10:");
    jdbc.update("update conference_fact set rehearsal = false where conference = ?", conference);
    assertThat(Duration.between(clock.now(conference), Instant.now()).abs())
        .isLessThan(Duration.ofSeconds(5));
    assertThat(clock.reading(conference).rate()).isEqualTo(1);
  }
}
