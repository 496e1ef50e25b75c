package org.huiwu.notification.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.huiwu.notification.conference.ConferenceClock;
import org.huiwu.notification.standing.LadderTimes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The first step is taken ten minutes after somebody was told, or when half of what is left until
/// the deadline has passed.
@Component
class LadderStart implements LadderTimes {
  private static final Duration AFTER = Duration.ofMinutes(10);

  private final ConferenceClock clock;

  LadderStart(ConferenceClock clock) {
    this.clock = clock;
  }

  @Override
  public @Nullable Instant firstStep(UUID conference, String kind, @Nullable Instant due) {
    var now = clock.now(conference);
    var half = due == null || !due.isAfter(now) ? AFTER : Duration.between(now, due).dividedBy(2);
    return clock.after(conference, half.compareTo(AFTER) < 0 ? half : AFTER);
  }
}
